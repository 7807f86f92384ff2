-- Writes what a turn left behind, all of it or nothing.
local member, at, expected, new_state, expires, fingerprint, remind = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4], ARGV[5], ARGV[6], ARGV[7]
local id, came, til, places, node, net, channel, filed = ARGV[8], tonumber(ARGV[9]), ARGV[10], ARGV[11], ARGV[12], ARGV[13], ARGV[14], ARGV[15]
local CHAT, CHAT_PARTS = 16, 12

if places == '' then
  if is_known(id, came) then return {'duplicate'} end
else
  for place in string.gmatch(places, '%d+') do
    if redis.call('ZCOUNT', inbox, place, place) == 0 then return {'duplicate'} end
  end
end

local row = redis.call('HMGET', state, 'version', 'sequence', 'stamp', 'expires', 'fingerprint', 'kept', 'listed', 'began', 'last_at', 'taken')
local expired = row[1] and expected == 0 and tonumber(row[4]) <= at
if (expired and 0 or tonumber(row[1] or 0)) ~= expected then return {'stale'} end

-- It had expired and was loaded as none; what is left of it must not show up in the new one.
if expired then
  forget(member)
  row = {}
end

local more = '1'
if places == '' then
  remember(member, id, til, 0)
else
  for place in string.gmatch(places, '%d+') do
    redis.call('ZREMRANGEBYSCORE', inbox, place, place)
    redis.call('ZREM', inboxes, place .. ' ' .. member)
  end
  if redis.call('EXISTS', inbox) == 0 then
    redis.call('ZREM', work, member)
    more = ''
  end
end

set('version', expected + 1)
set('expires', expires)
set('fingerprint', fingerprint)
set('state', new_state)

local sequence, stamp, began = tonumber(row[2] or 0), row[3] and tonumber(row[3]), row[8]
local FIRST_LINE = 3
local result = {'committed', whole(sequence), more}
local added, sends = {}, false
for at_line = CHAT + CHAT_PARTS, #ARGV, 3 do
  local kind, said, json = ARGV[at_line], tonumber(ARGV[at_line + 1]), ARGV[at_line + 2]
  sequence, stamp = sequence + 1, date_after(stamp, said)
  if sequence == 1 then began = whole(stamp) end
  added[#added + 1] = line_of(kind, stamp, json)
  result[#result + 1] = whole(stamp)
  if kind == 'o' then
    redis.call('ZADD', outbox, sequence, sequence .. ' ' .. whole(at))
    sends = true
  end
end

if #added > 0 then add(added, net) end
set('sequence', sequence)
if stamp then set('stamp', whole(stamp)) end
redis.call('ZADD', expiries, expires, member)
if row[5] ~= fingerprint then
  count_playbook(row[5], -1)
  count_playbook(fingerprint, 1)
end

-- Whoever committed sends, as long as it lives.
if sends then
  redis.call('HSETNX', state, 'sender', node)
  schedule(outbox, tries, outboxes, member)
end

if filed ~= '' then
  local place = redis.call('INCR', counter)
  redis.call('ZADD', events, place, place .. ' ' .. filed)
  set('filed', place)
end

local listed_at = '-'
if ARGV[CHAT] ~= '' then
  local summary, about, updated, text, from, nth, last_at = ARGV[CHAT], ARGV[CHAT + 1], ARGV[CHAT + 2], ARGV[CHAT + 3], ARGV[CHAT + 4], tonumber(ARGV[CHAT + 5]), ARGV[CHAT + 6]
  set('chat', summary)
  set('about', about)
  set('updated', updated)
  began = began or whole(at)
  if from ~= '' then
    local last = nth > 0 and tonumber(result[FIRST_LINE + nth]) or tonumber(last_at)
    if last >= tonumber(row[9] or last) then
      set('last_text', text)
      set('last_from', from)
      set('last_at', whole(last))
    end
  end

  redis.call('ZADD', chats, whole(at), member)
  local taken = row[10]
  if ARGV[CHAT + 10] ~= '' then
    taken = ARGV[CHAT + 10]
    set('taken', taken)
  end

  local taken_at, priority = taken and string.match(taken, '^(%-?%d+) ') or '', ARGV[CHAT + 11]
  listed_at = table.concat({ARGV[CHAT + 7], ARGV[CHAT + 8], ARGV[CHAT + 9], taken_at, priority}, '|')
  if not is_listed(row[7], row[1], listed_at) then
    local function list(index, score) if score == '' then redis.call('ZREM', index, member) else redis.call('ZADD', index, score, member) end end
    list(waiting, ARGV[CHAT + 7])
    list(held, ARGV[CHAT + 8])
    list(approvals, ARGV[CHAT + 9])
    for of = 0, LAST - TAKEN do list(KEYS[TAKEN + of], of == tonumber(priority) and taken_at or '') end
  end
end

if remind ~= '' then redis.call('ZADD', reminders, remind, member)
elseif reminds(row[7], row[1]) then redis.call('ZREM', reminders, member) end

if began and began ~= row[8] then set('began', began) end
set('listed', listing(expected + 1, remind, listed_at))
save()
keep_for(net, row[6], at, sends and outbox)
redis.call('PUBLISH', channel, member .. ' ' .. whole(sequence))
return result
