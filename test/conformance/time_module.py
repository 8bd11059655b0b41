# time: calendars in UTC, formats, errors; clocks only by their type and order.
import time
def show(text):
    try: print(text, "->", eval(text))
    except Exception as error: print(text, "->", type(error).__name__ + ":", error)
for text in """time.get_clock_info('x');time.sleep(-1);time.sleep('a');time.gmtime(1e30);time.mktime((1,));time.strftime('%Y',(2000,13,1,0,0,0,0,1,0))
time.strftime('%Y',(2000,1,32,0,0,0,0,1,0));time.strftime('%Y',(2000,1,1,24,0,0,0,1,0));time.strftime('%Y',(2000,1,1,0,60,0,0,1,0))
time.strftime('%Y',(2000,1,1,0,0,62,0,1,0));time.strftime('%Y',(2000,1,1,0,0,0,-2,1,0));time.strftime('%Y',(2000,1,1,0,0,0,0,367,0))
time.strftime(1);time.strftime('%Y',1);time.strftime('%Y',(1,2));time.asctime((2000,13,1,0,0,0,0,1,0));time.ctime(0);time.gmtime(0)
time.gmtime(float('nan'));time.gmtime('a');time.mktime((2000,1,1,0,0,0,0,0,-1));time.strftime('%Q %5Y',(2000,1,1,0,0,0,0,1,0))
time.sleep(float('nan'));time.sleep(1e30);time.gmtime(2**60);time.struct_time((1,2));time.struct_time(range(9));time.struct_time(range(12))
time.mktime((2000,1,1,0,0,0,0,0,'a'));time.gmtime(-1);time.gmtime(951782400);time.gmtime(4107542399.9);time.localtime(1e9).tm_zone
time.mktime((2000,14,-3,25,61,61,0,0,-1));time.mktime((1969,12,31,23,59,58,0,0,0));time.asctime(time.gmtime(1e9));time.get_clock_info('time')
time.get_clock_info('monotonic');time.timezone;time.tzname;time.daylight;time.sleep(0);time.sleep(0.001);time.sleep(True)
time.strftime('%a %A %b %B %d %e %-d %_d %05d %^a',time.gmtime(951782400))""".replace("\n", ";").split(";"):
    show(text)
for day in range(0, 20000, 371):
    print(time.strftime("%c|%x|%X|%p|%j|%U|%W|%w|%u|%V|%G|%g|%C|%y|%e|%D|%F|%T|%R|%r|%h|%s|%Z|%z|%I|%l|%k|%P|%%", time.gmtime(day * 86400 + day * 7)))
    assert time.mktime(time.gmtime(day * 86399)) == day * 86399
print(type(time.time()), type(time.time_ns()), time.monotonic() <= time.monotonic(), time.perf_counter_ns() <= time.perf_counter_ns())
start = time.monotonic()
time.sleep(0.02)
print(time.monotonic() - start >= 0.02, time.process_time() >= 0)
