-- SPDX-License-Identifier: Apache-2.0
-- Usage: wrk ... -s wrk.lua URL -- [CONTENT_TYPE FILE]: posts the file, or gets where none is named.
-- Prints requests, microseconds, p50, p99 (microseconds), and how many requests failed.

function init(args)
  if args[2] then
    wrk.method = "POST"
    wrk.headers["Content-Type"] = args[1]
    wrk.body = assert(io.open(args[2], "rb")):read("*a")
  end
end

function done(summary, latency, requests)
  local e = summary.errors
  local failed = e.connect + e.read + e.write + e.status + e.timeout
  local line = "figures %d %d %d %d %d\n"
  io.write(line:format(summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), failed))
end
