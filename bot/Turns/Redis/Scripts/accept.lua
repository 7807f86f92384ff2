-- Accepts a delivery, to be worked off later. Where it waits alone the answer holds what its turn would ask for next.
local member, id, at, til, expires, kind, json = ARGV[1], ARGV[2], tonumber(ARGV[3]), ARGV[4], ARGV[5], ARGV[6], ARGV[7]
local head, node, net, channel = ARGV[8], ARGV[9], ARGV[10], ARGV[11]

local known = is_known(id, at)
if known then return {'known', string.match(known, ' (%d+)$')} end

local row = redis.call('HMGET', state, 'sequence', 'stamp', 'expires', 'kept', 'listed', 'version', 'state', 'filed')
if row[3] and tonumber(row[3]) <= at then
  forget(member)
  row = {}
end

if not row[3] then
  row[6] = '0'
  set('version', 0)
  set('sequence', 0)
  set('expires', expires)
  redis.call('ZADD', expiries, expires, member)
end

local sequence, stamp = 0, 0
if kind ~= '' then
  sequence, stamp = tonumber(row[1] or 0) + 1, date_after(row[2] and tonumber(row[2]), at)
  if sequence == 1 then set('began', whole(stamp)) end
  set('sequence', sequence)
  set('stamp', whole(stamp))
  add({line_of(kind, stamp, json)}, net)
  redis.call('PUBLISH', channel, member .. ' ' .. whole(sequence))
end

save()
if reminds(row[5], row[6]) then redis.call('ZREM', reminders, member) end
remember(member, id, til, sequence)
local place = redis.call('INCR', counter)
redis.call('ZADD', inbox, place, place .. '|' .. sequence .. '|' .. whole(stamp) .. '|' .. head .. '\n' .. json)
redis.call('ZADD', inboxes, whole(at), place .. ' ' .. member)
redis.call('ZADD', work, node, member)
keep_for(net, row[4], at, inbox)

if redis.call('ZCARD', inbox) > 1 then return {'accepted', whole(sequence)} end
return {'accepted', whole(sequence), whole(stamp), whole(place), {row[6], row[7] or false, row[8] or false}}
