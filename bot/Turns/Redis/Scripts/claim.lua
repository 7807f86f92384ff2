-- Hands out the lines of a conversation that are due, to the node that sends for it. KEYS: state, lines, outbox, tries.
-- ARGV: now, this node, the newest node that is known, the nodes that live (|1|3|), how many lines at most.
local now, node, newest, living, most = tonumber(ARGV[1]), ARGV[2], tonumber(ARGV[3]), ARGV[4], tonumber(ARGV[5])

-- A node that is newer than any we know of lives: it has only just begun.
local sender = redis.call('HGET', KEYS[1], 'sender')
if sender and sender ~= node and (tonumber(sender) > newest or string.find(living, '|' .. sender .. '|', 1, true)) then return {} end

local due = {}
for _, entry in ipairs(redis.call('ZRANGE', KEYS[3], 0, most - 1)) do
  local sequence = string.match(entry, '^(%d+) ')
  local tried = redis.call('HGET', KEYS[4], sequence) or '0 0'
  local attempts, again = string.match(tried, '^(%d+) (%-?%d+)')
  if attempts ~= '0' and tonumber(again) > now then break end
  local line = redis.call('LINDEX', KEYS[2], tonumber(sequence) - 1)
  if line then
    due[#due + 1] = sequence
    due[#due + 1] = attempts
    due[#due + 1] = line
  end
end

if #due > 0 and sender ~= node then redis.call('HSET', KEYS[1], 'sender', node) end
return due
