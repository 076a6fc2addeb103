-- Scans for wrk, each of which changes something: a document's first answer with the box it is put into; where the
-- documents run out, a remark and another box, then another box again.
-- Arguments: folder, number of this run, number of the first scan, scans in a request.
-- The folder has codes.txt, boxes.txt, cookies.txt (a line each) and origin.txt.

local prepared

function setup(thread)
  prepared = thread
end

local function lines(file)
  local list = {}
  for line in io.lines(file) do list[#list + 1] = line end
  return list
end

local codes, boxes, headers, idStart, each
local moments = { '"moment":"answered-yes",', '"moment":"remark",' }
sent = 0

function init(args)
  local folder, run = args[1], tonumber(args[2])
  first, each = tonumber(args[3]), tonumber(args[4])
  codes, boxes = lines(folder .. '/codes.txt'), lines(folder .. '/boxes.txt')
  local origin = lines(folder .. '/origin.txt')[1]
  headers = {}
  for index, cookie in ipairs(lines(folder .. '/cookies.txt')) do
    headers[index] = { ['Content-Type'] = 'application/json', Cookie = cookie, Origin = origin }
  end
  idStart = string.format('%08x-0000-4000-8000-', run)
end

local function scan(at)
  local number = first + sent
  local round = math.floor(number / #codes)
  sent = sent + 1
  return '{"id":"' .. idStart .. string.format('%012x', number) .. '","code":"' .. codes[number % #codes + 1] .. '",' ..
    (moments[round + 1] or '') .. '"place":"' .. boxes[(number + round) % #boxes + 1] .. '","at":"' .. at .. '"}'
end

function request()
  local at = os.date('!%Y-%m-%dT%H:%M:%SZ')
  local scans = scan(at)
  if each > 1 then
    local list = { scans }
    for index = 2, each do list[index] = scan(at) end
    scans = table.concat(list, ',')
  end
  local body = '{"station":"Bench","sentAt":"' .. at .. '","scans":[' .. scans .. ']}'
  return wrk.format('POST', '/api/v1/scans', headers[(sent / each) % #headers + 1], body)
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format(
    '{"sent":%d,"answered":%d,"failed":%d,"broken":%d,"microseconds":%d,"p50Ms":%.3f,"p99Ms":%.3f}',
    prepared:get('sent'), summary.requests - errors.status, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout,
    summary.duration, latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
