-- The full chain as a gateway of the Kong/APISIX class would run it in the
-- access phase: bearer token in Redis, ability, per-organization rate limit in
-- Redis, request JSON, then forward. Redis is spoken over ngx.socket.tcp with a
-- keep-alive pool.
local cjson = require "cjson.safe"
local ffi = require "ffi"
local bit = require "bit"
local b64 = require "ngx.base64"

ffi.cdef [[
unsigned char *SHA256(const unsigned char *d, size_t n, unsigned char *md);
const void *EVP_sha256(void);
unsigned char *HMAC(const void *evp_md, const void *key, int key_len,
                    const unsigned char *d, size_t n, unsigned char *md, unsigned int *md_len);
]]
local C = ffi.C
local md = ffi.new("unsigned char[64]")
local mdlen = ffi.new("unsigned int[1]")
local hexbuf = ffi.new("unsigned char[64]")
local HEX = "0123456789abcdef"
local hexdigit = ffi.new("unsigned char[16]", {HEX:byte(1, 16)})

local M = {}
local port
local TYPES = { text = true, image = true, template = true, document = true }
local POOL = { pool = "redis", pool_size = 512 }
local org_of = {} -- token id -> organization, as last seen in Redis

function M.init(redis_port)
  port = redis_port
end

local function deny(status, code)
  ngx.status = status
  ngx.header["Content-Type"] = "application/json"
  local body = '{"error":{"code":"' .. code .. '"}}'
  ngx.header["Content-Length"] = #body
  ngx.print(body)
  return ngx.exit(status)
end

-- SHA-256 of secret against 64 hex digits, in constant time
local function secret_matches(secret, hash)
  if #hash ~= 64 then return false end
  C.SHA256(secret, #secret, md)
  local diff = 0
  for i = 0, 31 do
    hexbuf[2 * i] = hexdigit[bit.rshift(md[i], 4)]
    hexbuf[2 * i + 1] = hexdigit[bit.band(md[i], 15)]
  end
  for i = 0, 63 do diff = bit.bor(diff, bit.bxor(hexbuf[i], hash:byte(i + 1))) end
  return diff == 0
end

local function reply(sock)
  local line, err = sock:receive()
  if not line then return nil, err end
  local t = line:byte(1)
  if t == 36 then -- $
    local n = tonumber(line:sub(2))
    if n < 0 then return false end
    local data, e = sock:receive(n + 2)
    if not data then return nil, e end
    return data:sub(1, n)
  elseif t == 58 then -- :
    return tonumber(line:sub(2))
  elseif t == 43 then
    return line:sub(2)
  end
  return nil, line
end

-- one round trip: everything in payload, n replies
local function redis(payload, n)
  local sock = ngx.socket.tcp()
  sock:settimeouts(1000, 1000, 1000)
  local ok, err = sock:connect("127.0.0.1", port, POOL)
  if not ok then return nil, err end
  ok, err = sock:send(payload)
  if not ok then return nil, err end
  local a, b, e
  a, e = reply(sock)
  if a == nil then sock:close() return nil, e end
  if n == 2 then
    b, e = reply(sock)
    if b == nil then sock:close() return nil, e end
  end
  sock:setkeepalive(600000, 512)
  return a, b
end

local function get(id)
  local k = "tok:" .. id
  return "*2\r\n$3\r\nGET\r\n$" .. #k .. "\r\n" .. k .. "\r\n"
end
local function incr(key)
  return "*2\r\n$4\r\nINCR\r\n$" .. #key .. "\r\n" .. key .. "\r\n"
end
local function window_key(org)
  return "rl:" .. org .. ":" .. math.floor(ngx.time() / 60)
end

local function fields(record) -- sha256hex|organization|abilities|limit
  local p1 = record:find("|", 1, true)
  local p2 = record:find("|", p1 + 1, true)
  local p3 = record:find("|", p2 + 1, true)
  return record:sub(1, p1 - 1), record:sub(p1 + 1, p2 - 1), record:sub(p2 + 1, p3 - 1), tonumber(record:sub(p3 + 1))
end

function M.check(ability)
  local h = ngx.var.http_authorization
  if not h or h:sub(1, 7) ~= "Bearer " then return deny(401, "unauthenticated") end
  local bar = h:find("|", 8, true)
  if not bar then return deny(401, "unauthenticated") end
  local id, secret = h:sub(8, bar - 1), h:sub(bar + 1)
  if #id > 20 or not id:find("^%d+$") then return deny(401, "unauthenticated") end

  local record, count, counted_for
  local org = org_of[id]
  if org then -- GET and INCR in one round trip
    counted_for = org
    record, count = redis(get(id) .. incr(window_key(org)), 2)
  else
    record = redis(get(id), 1)
  end
  if record == nil then return deny(503, "store_unavailable") end
  if not record then return deny(401, "unauthenticated") end

  local hash, org, abilities, limit = fields(record)
  if not secret_matches(secret, hash) then return deny(401, "unauthenticated") end
  org_of[id] = org
  if not ("," .. abilities .. ","):find("," .. ability .. ",", 1, true) then return deny(403, "missing_ability") end
  if counted_for ~= org then
    count = redis(incr(window_key(org)), 1)
    if not count then return deny(503, "store_unavailable") end
  end
  if count == 1 then
    local k = window_key(org)
    redis("*3\r\n$6\r\nEXPIRE\r\n$" .. #k .. "\r\n" .. k .. "\r\n$3\r\n120\r\n", 1)
  end
  if count > limit then return deny(429, "rate_limited") end

  ngx.req.read_body()
  local body = ngx.req.get_body_data()
  local j = body and cjson.decode(body)
  if type(j) ~= "table" then return deny(400, "invalid_json") end
  if type(j.body) ~= "string" or j.body == "" or type(j.channel_id) ~= "string" or j.channel_id == ""
    or type(j.wa_id) ~= "string" or j.wa_id == "" or not TYPES[j.type] then
    return deny(422, "validation_failed")
  end
end

-- S4: signed embed token (HS256 JWT) from the request JSON, answered here
local KEY = "bench-embed-signing-key-32-bytes"
local HEADER = b64.encode_base64url('{"alg":"HS256","typ":"JWT"}')
local TTL_MAX = 86400

function M.mint()
  ngx.req.read_body()
  local body = ngx.req.get_body_data()
  local j = body and cjson.decode(body)
  if type(j) ~= "table" then return deny(400, "invalid_json") end
  if type(j.channel_id) ~= "string" or j.channel_id == "" or type(j.user_id) ~= "string" or j.user_id == ""
    or type(j.ttl) ~= "number" or j.ttl < 1 or j.ttl > TTL_MAX then
    return deny(422, "validation_failed")
  end
  local iat = ngx.time()
  local exp = iat + j.ttl
  local signed = HEADER .. "." .. b64.encode_base64url(cjson.encode {
    sub = j.user_id, ch = j.channel_id, iat = iat, exp = exp,
  })
  C.HMAC(C.EVP_sha256(), KEY, #KEY, signed, #signed, md, mdlen)
  local out = '{"token":"' .. signed .. "." .. b64.encode_base64url(ffi.string(md, mdlen[0]))
    .. '","expires_at":' .. string.format("%d", exp) .. "}"
  ngx.header["Content-Type"] = "application/json"
  ngx.header["Content-Length"] = #out
  ngx.print(out)
end

return M
