-- Accepts a delivery, to be worked off later. Where it waits alone the answer holds what its turn would ask for next.
local member, id, at, til, expires, kind, json = ARGV[1], ARGV[2], tonumber(ARGV[3]), ARGV[4], ARGV[5], ARGV[6], ARGV[7]
local head, node, net, channel = ARGV[8], ARGV[9], ARGV[10], ARGV[11]

local known = is_known(id, at)
if known then return {'known', string.match(known, ' (%d+)$')} end

local row = redis.call('HMGET', state, 'sequence', 'stamp', 'expires')
if row[3] and tonumber(row[3]) <= at then
  forget(member)
  row = {false, false, false}
end

if not row[3] then
  redis.call('HSET', state, 'version', 0, 'sequence', 0, 'expires', expires)
  redis.call('ZADD', expiries, expires, member)
end

local sequence, stamp = 0, 0
if kind ~= '' then
  sequence, stamp = tonumber(row[1] or 0) + 1, date_after(row[2] and tonumber(row[2]), at)
  add_line(sequence, kind, stamp, json)
  redis.call('HSET', state, 'sequence', sequence, 'stamp', whole(stamp))
  redis.call('PUBLISH', channel, member .. ' ' .. whole(sequence))
end

redis.call('ZREM', reminders, member)
remember(member, id, til, sequence)
local place = redis.call('INCR', counter)
redis.call('ZADD', inbox, place, place .. '|' .. sequence .. '|' .. whole(stamp) .. '|' .. head .. '\n' .. json)
redis.call('ZADD', inboxes, whole(at), place .. ' ' .. member)
redis.call('ZADD', work, node, member)
keep_for(net)

if redis.call('ZCARD', inbox) > 1 then return {'accepted', whole(sequence)} end
return {'accepted', whole(sequence), whole(stamp), whole(place), redis.call('HMGET', state, 'version', 'state', 'filed')}
