-- Comes before every script that writes a conversation as a whole. All keys carry the hash tag of one partition; their order is that of
-- RedisKeys.All. Times are whole milliseconds since 1970 and come from the caller, never from Redis.
-- Scripts check first and write then: nothing after the first write can be refused, so a script leaves everything or nothing.
local state, lines, outbox, tries, dead, files, seen, inbox = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6], KEYS[7], KEYS[8]
local counter, outboxes, inboxes, work, deliveries = KEYS[9], KEYS[10], KEYS[11], KEYS[12], KEYS[13]
local expiries, reminders, playbooks, events = KEYS[14], KEYS[15], KEYS[16], KEYS[17]
local chats, waiting, held, approvals = KEYS[18], KEYS[19], KEYS[20], KEYS[21]
local TAKEN, LAST, OWN = 22, 25, 8
local DAY = 86400000

-- Redis would write 1.7e+12 for a large number of its own.
local function whole(number) return string.format('%.0f', number) end

-- Counts the conversations of the partition that go by a playbook.
local function count_playbook(fingerprint, by)
  if fingerprint and fingerprint ~= '' and redis.call('HINCRBY', playbooks, fingerprint, by) <= 0 then
    redis.call('HDEL', playbooks, fingerprint)
  end
end

-- What is to be written into the conversation's hash, gathered so that it is written at once.
local changed = {}
local function set(name, value) changed[#changed + 1], changed[#changed + 2] = name, value end
local function save() if #changed > 0 then redis.call('HSET', state, unpack(changed)) end end

-- Everything of a conversation but the deliveries it has seen and what waits in its inbox.
local function forget(member)
  count_playbook(redis.call('HGET', state, 'fingerprint'), -1)
  redis.call('DEL', state, lines, outbox, tries, dead, files)
  for _, index in ipairs({outboxes, expiries, reminders}) do redis.call('ZREM', index, member) end
  for at = 18, LAST do redis.call('ZREM', KEYS[at], member) end
end

-- What the last turn put a conversation on, and which turn that was: lists that stay the same are not touched. A node of an older program
-- moves it without a note, but not without counting its turn; then nothing is known.
local function listing(version, remind, places) return whole(version) .. ' ' .. remind .. '|' .. places end

local function is_listed(listed, version, places)
  return listed and string.match(listed, '^(%d+) ') == version and string.match(listed, '|(.*)$') == places
end

-- Whether a conversation may be reminded of something.
local function reminds(listed, version) return not (listed and version and string.find(listed, version .. ' |', 1, true) == 1) end

-- Remembers a delivery; its line is 0 while it has none.
local function remember(member, id, til, line)
  redis.call('HSET', seen, id, til .. ' ' .. line)
  redis.call('ZADD', deliveries, til, member .. ' ' .. id)
end

local function is_known(id, at)
  local known = redis.call('HGET', seen, id)
  return known and tonumber(string.match(known, '^(%-?%d+) ')) > at and known
end

-- Only a net below our own expiry, and far longer than that: drawn anew once a day, not at every write.
-- What is emptied and made again in between needs a net of its own.
local function keep_for(milliseconds, kept, at, made)
  if kept and tonumber(kept) + DAY > at then
    if made then redis.call('PEXPIRE', made, milliseconds) end
    return
  end

  redis.call('HSET', state, 'kept', whole(at))
  for key = 1, OWN do redis.call('PEXPIRE', KEYS[key], milliseconds) end
end

-- A line is dated at least a millisecond after the one before, whatever the clock says.
local function date_after(stamp, at)
  if stamp and stamp + 1 > at then return stamp + 1 end
  return at
end

local function line_of(kind, stamp, json) return kind .. whole(stamp) .. ' ' .. json end

-- Adds lines. A transcript that begins may have missed the drawing of the net.
local function add(new, milliseconds)
  if redis.call('RPUSH', lines, unpack(new)) == #new then redis.call('PEXPIRE', lines, milliseconds) end
end
