-- Comes before every script that changes an outbox. A conversation stands in its partition's index by its oldest line: ready ones below
-- zero, the oldest first; one whose head waits for its next try by that time.
local READY = 100000000000000

local function schedule(outbox, tries, index, member)
  local head = redis.call('ZRANGE', outbox, 0, 0)[1]
  if not head then
    redis.call('ZREM', index, member)
    return
  end

  local sequence, at = string.match(head, '^(%d+) (%-?%d+)$')
  local waits = redis.call('HGET', tries, sequence)
  local due = waits and tonumber(string.match(waits, '^%d+ (%-?%d+)')) or tonumber(at) - READY
  redis.call('ZADD', index, string.format('%.0f', due), member)
end
