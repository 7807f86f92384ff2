-- Notes what became of a line. KEYS: state, outbox, tries, dead, the partition's outboxes, lines.
-- ARGV: conversation, sequence, what (sent, again, dead), when to try again, the reason, the net below expiry.
local member, sequence, what, again, reason, net = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6]
local function bury()
  redis.call('ZREMRANGEBYSCORE', KEYS[4], sequence, sequence)
  redis.call('ZADD', KEYS[4], sequence, sequence .. ' ' .. reason)
  redis.call('PEXPIRE', KEYS[4], net)
end

if redis.call('ZCOUNT', KEYS[2], sequence, sequence) == 0 then
  -- It had left: that it did not arrive is told afterwards.
  if what == 'dead' and tonumber(sequence) <= redis.call('LLEN', KEYS[6]) then bury() end
  return 0
end

if what == 'again' then
  local tried = redis.call('HGET', KEYS[3], sequence) or '0 0'
  redis.call('HSET', KEYS[3], sequence, (tonumber(string.match(tried, '^(%d+)')) + 1) .. ' ' .. again .. ' ' .. reason)
  redis.call('PEXPIRE', KEYS[3], net)
else
  redis.call('ZREMRANGEBYSCORE', KEYS[2], sequence, sequence)
  redis.call('HDEL', KEYS[3], sequence)
  if what == 'dead' then bury() end
end

-- Nothing left to send: the next commit decides anew who sends.
if redis.call('EXISTS', KEYS[2]) == 0 then redis.call('HDEL', KEYS[1], 'sender') end
schedule(KEYS[2], KEYS[3], KEYS[5], member)
return 1
