-- Takes a reminder off, if it still is due. KEYS: the partition's reminders. ARGV: conversation, now.
local due = redis.call('ZSCORE', KEYS[1], ARGV[1])
if not due or tonumber(due) > tonumber(ARGV[2]) then return 0 end
return redis.call('ZREM', KEYS[1], ARGV[1])
