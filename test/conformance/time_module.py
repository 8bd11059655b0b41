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

# expect: time.get_clock_info('x') -> ValueError: unknown clock
# expect: time.sleep(-1) -> ValueError: sleep length must be non-negative
# expect: time.sleep('a') -> TypeError: 'str' object cannot be interpreted as an integer
# expect: time.gmtime(1e30) -> OverflowError: timestamp out of range for platform time_t
# expect: time.mktime((1,)) -> TypeError: mktime(): illegal time tuple argument
# expect: time.strftime('%Y',(2000,13,1,0,0,0,0,1,0)) -> ValueError: month out of range
# expect: time.strftime('%Y',(2000,1,32,0,0,0,0,1,0)) -> ValueError: day of month out of range
# expect: time.strftime('%Y',(2000,1,1,24,0,0,0,1,0)) -> ValueError: hour out of range
# expect: time.strftime('%Y',(2000,1,1,0,60,0,0,1,0)) -> ValueError: minute out of range
# expect: time.strftime('%Y',(2000,1,1,0,0,62,0,1,0)) -> ValueError: seconds out of range
# expect: time.strftime('%Y',(2000,1,1,0,0,0,-2,1,0)) -> ValueError: day of week out of range
# expect: time.strftime('%Y',(2000,1,1,0,0,0,0,367,0)) -> ValueError: day of year out of range
# expect: time.strftime(1) -> TypeError: strftime() argument 1 must be str, not int
# expect: time.strftime('%Y',1) -> TypeError: Tuple or struct_time argument required
# expect: time.strftime('%Y',(1,2)) -> TypeError: strftime(): illegal time tuple argument
# expect: time.asctime((2000,13,1,0,0,0,0,1,0)) -> ValueError: month out of range
# expect: time.ctime(0) -> Thu Jan  1 00:00:00 1970
# expect: time.gmtime(0) -> time.struct_time(tm_year=1970, tm_mon=1, tm_mday=1, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=3, tm_yday=1, tm_isdst=0)
# expect: time.gmtime(float('nan')) -> ValueError: Invalid value NaN (not a number)
# expect: time.gmtime('a') -> TypeError: 'str' object cannot be interpreted as an integer
# expect: time.mktime((2000,1,1,0,0,0,0,0,-1)) -> 946684800.0
# expect: time.strftime('%Q %5Y',(2000,1,1,0,0,0,0,1,0)) -> %Q 02000
# expect: time.sleep(float('nan')) -> ValueError: Invalid value NaN (not a number)
# expect: time.sleep(1e30) -> OverflowError: timestamp out of range for platform time_t
# expect: time.gmtime(2**60) -> OSError: [Errno 75] Value too large for defined data type
# expect: time.struct_time((1,2)) -> TypeError: time.struct_time() takes an at least 9-sequence (2-sequence given)
# expect: time.struct_time(range(9)) -> time.struct_time(tm_year=0, tm_mon=1, tm_mday=2, tm_hour=3, tm_min=4, tm_sec=5, tm_wday=6, tm_yday=7, tm_isdst=8)
# expect: time.struct_time(range(12)) -> TypeError: time.struct_time() takes an at most 11-sequence (12-sequence given)
# expect: time.mktime((2000,1,1,0,0,0,0,0,'a')) -> TypeError: 'str' object cannot be interpreted as an integer
# expect: time.gmtime(-1) -> time.struct_time(tm_year=1969, tm_mon=12, tm_mday=31, tm_hour=23, tm_min=59, tm_sec=59, tm_wday=2, tm_yday=365, tm_isdst=0)
# expect: time.gmtime(951782400) -> time.struct_time(tm_year=2000, tm_mon=2, tm_mday=29, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=1, tm_yday=60, tm_isdst=0)
# expect: time.gmtime(4107542399.9) -> time.struct_time(tm_year=2100, tm_mon=2, tm_mday=28, tm_hour=23, tm_min=59, tm_sec=59, tm_wday=6, tm_yday=59, tm_isdst=0)
# expect: time.localtime(1e9).tm_zone -> UTC
# expect: time.mktime((2000,14,-3,25,61,61,0,0,-1)) -> 980733721.0
# expect: time.mktime((1969,12,31,23,59,58,0,0,0)) -> -2.0
# expect: time.asctime(time.gmtime(1e9)) -> Sun Sep  9 01:46:40 2001
# expect: time.get_clock_info('time') -> namespace(implementation='clock_gettime(CLOCK_REALTIME)', monotonic=False, adjustable=True, resolution=1e-09)
# expect: time.get_clock_info('monotonic') -> namespace(implementation='clock_gettime(CLOCK_MONOTONIC)', monotonic=True, adjustable=False, resolution=1e-09)
# expect: time.timezone -> 0
# expect: time.tzname -> ('UTC', 'UTC')
# expect: time.daylight -> 0
# expect: time.sleep(0) -> None
# expect: time.sleep(0.001) -> None
# expect: time.sleep(True) -> None
# expect: time.strftime('%a %A %b %B %d %e %-d %_d %05d %^a',time.gmtime(951782400)) -> Tue Tuesday Feb February 29 29 29 29 00029 TUE
# expect: Thu Jan  1 00:00:00 1970|01/01/70|00:00:00|AM|001|00|00|4|4|01|1970|70|19|70| 1|01/01/70|1970-01-01|00:00:00|00:00|12:00:00 AM|Jan|0|GMT|+0000|12|12| 0|am|%
# expect: Thu Jan  7 00:43:17 1971|01/07/71|00:43:17|AM|007|01|01|4|4|01|1971|71|19|71| 7|01/07/71|1971-01-07|00:43:17|00:43|12:43:17 AM|Jan|32056997|GMT|+0000|12|12| 0|am|%
# expect: Thu Jan 13 01:26:34 1972|01/13/72|01:26:34|AM|013|02|02|4|4|02|1972|72|19|72|13|01/13/72|1972-01-13|01:26:34|01:26|01:26:34 AM|Jan|64113994|GMT|+0000|01| 1| 1|am|%
# expect: Thu Jan 18 02:09:51 1973|01/18/73|02:09:51|AM|018|02|03|4|4|03|1973|73|19|73|18|01/18/73|1973-01-18|02:09:51|02:09|02:09:51 AM|Jan|96170991|GMT|+0000|02| 2| 2|am|%
# expect: Thu Jan 24 02:53:08 1974|01/24/74|02:53:08|AM|024|03|03|4|4|04|1974|74|19|74|24|01/24/74|1974-01-24|02:53:08|02:53|02:53:08 AM|Jan|128227988|GMT|+0000|02| 2| 2|am|%
# expect: Thu Jan 30 03:36:25 1975|01/30/75|03:36:25|AM|030|04|04|4|4|05|1975|75|19|75|30|01/30/75|1975-01-30|03:36:25|03:36|03:36:25 AM|Jan|160284985|GMT|+0000|03| 3| 3|am|%
# expect: Thu Feb  5 04:19:42 1976|02/05/76|04:19:42|AM|036|05|05|4|4|06|1976|76|19|76| 5|02/05/76|1976-02-05|04:19:42|04:19|04:19:42 AM|Feb|192341982|GMT|+0000|04| 4| 4|am|%
# expect: Thu Feb 10 05:02:59 1977|02/10/77|05:02:59|AM|041|06|06|4|4|06|1977|77|19|77|10|02/10/77|1977-02-10|05:02:59|05:02|05:02:59 AM|Feb|224398979|GMT|+0000|05| 5| 5|am|%
# expect: Thu Feb 16 05:46:16 1978|02/16/78|05:46:16|AM|047|07|07|4|4|07|1978|78|19|78|16|02/16/78|1978-02-16|05:46:16|05:46|05:46:16 AM|Feb|256455976|GMT|+0000|05| 5| 5|am|%
# expect: Thu Feb 22 06:29:33 1979|02/22/79|06:29:33|AM|053|07|08|4|4|08|1979|79|19|79|22|02/22/79|1979-02-22|06:29:33|06:29|06:29:33 AM|Feb|288512973|GMT|+0000|06| 6| 6|am|%
# expect: Thu Feb 28 07:12:50 1980|02/28/80|07:12:50|AM|059|08|08|4|4|09|1980|80|19|80|28|02/28/80|1980-02-28|07:12:50|07:12|07:12:50 AM|Feb|320569970|GMT|+0000|07| 7| 7|am|%
# expect: Thu Mar  5 07:56:07 1981|03/05/81|07:56:07|AM|064|09|09|4|4|10|1981|81|19|81| 5|03/05/81|1981-03-05|07:56:07|07:56|07:56:07 AM|Mar|352626967|GMT|+0000|07| 7| 7|am|%
# expect: Thu Mar 11 08:39:24 1982|03/11/82|08:39:24|AM|070|10|10|4|4|10|1982|82|19|82|11|03/11/82|1982-03-11|08:39:24|08:39|08:39:24 AM|Mar|384683964|GMT|+0000|08| 8| 8|am|%
# expect: Thu Mar 17 09:22:41 1983|03/17/83|09:22:41|AM|076|11|11|4|4|11|1983|83|19|83|17|03/17/83|1983-03-17|09:22:41|09:22|09:22:41 AM|Mar|416740961|GMT|+0000|09| 9| 9|am|%
# expect: Thu Mar 22 10:05:58 1984|03/22/84|10:05:58|AM|082|12|12|4|4|12|1984|84|19|84|22|03/22/84|1984-03-22|10:05:58|10:05|10:05:58 AM|Mar|448797958|GMT|+0000|10|10|10|am|%
# expect: Thu Mar 28 10:49:15 1985|03/28/85|10:49:15|AM|087|12|12|4|4|13|1985|85|19|85|28|03/28/85|1985-03-28|10:49:15|10:49|10:49:15 AM|Mar|480854955|GMT|+0000|10|10|10|am|%
# expect: Thu Apr  3 11:32:32 1986|04/03/86|11:32:32|AM|093|13|13|4|4|14|1986|86|19|86| 3|04/03/86|1986-04-03|11:32:32|11:32|11:32:32 AM|Apr|512911952|GMT|+0000|11|11|11|am|%
# expect: Thu Apr  9 12:15:49 1987|04/09/87|12:15:49|PM|099|14|14|4|4|15|1987|87|19|87| 9|04/09/87|1987-04-09|12:15:49|12:15|12:15:49 PM|Apr|544968949|GMT|+0000|12|12|12|pm|%
# expect: Thu Apr 14 12:59:06 1988|04/14/88|12:59:06|PM|105|15|15|4|4|15|1988|88|19|88|14|04/14/88|1988-04-14|12:59:06|12:59|12:59:06 PM|Apr|577025946|GMT|+0000|12|12|12|pm|%
# expect: Thu Apr 20 13:42:23 1989|04/20/89|13:42:23|PM|110|16|16|4|4|16|1989|89|19|89|20|04/20/89|1989-04-20|13:42:23|13:42|01:42:23 PM|Apr|609082943|GMT|+0000|01| 1|13|pm|%
# expect: Thu Apr 26 14:25:40 1990|04/26/90|14:25:40|PM|116|16|17|4|4|17|1990|90|19|90|26|04/26/90|1990-04-26|14:25:40|14:25|02:25:40 PM|Apr|641139940|GMT|+0000|02| 2|14|pm|%
# expect: Thu May  2 15:08:57 1991|05/02/91|15:08:57|PM|122|17|17|4|4|18|1991|91|19|91| 2|05/02/91|1991-05-02|15:08:57|15:08|03:08:57 PM|May|673196937|GMT|+0000|03| 3|15|pm|%
# expect: Thu May  7 15:52:14 1992|05/07/92|15:52:14|PM|128|18|18|4|4|19|1992|92|19|92| 7|05/07/92|1992-05-07|15:52:14|15:52|03:52:14 PM|May|705253934|GMT|+0000|03| 3|15|pm|%
# expect: Thu May 13 16:35:31 1993|05/13/93|16:35:31|PM|133|19|19|4|4|19|1993|93|19|93|13|05/13/93|1993-05-13|16:35:31|16:35|04:35:31 PM|May|737310931|GMT|+0000|04| 4|16|pm|%
# expect: Thu May 19 17:18:48 1994|05/19/94|17:18:48|PM|139|20|20|4|4|20|1994|94|19|94|19|05/19/94|1994-05-19|17:18:48|17:18|05:18:48 PM|May|769367928|GMT|+0000|05| 5|17|pm|%
# expect: Thu May 25 18:02:05 1995|05/25/95|18:02:05|PM|145|21|21|4|4|21|1995|95|19|95|25|05/25/95|1995-05-25|18:02:05|18:02|06:02:05 PM|May|801424925|GMT|+0000|06| 6|18|pm|%
# expect: Thu May 30 18:45:22 1996|05/30/96|18:45:22|PM|151|21|22|4|4|22|1996|96|19|96|30|05/30/96|1996-05-30|18:45:22|18:45|06:45:22 PM|May|833481922|GMT|+0000|06| 6|18|pm|%
# expect: Thu Jun  5 19:28:39 1997|06/05/97|19:28:39|PM|156|22|22|4|4|23|1997|97|19|97| 5|06/05/97|1997-06-05|19:28:39|19:28|07:28:39 PM|Jun|865538919|GMT|+0000|07| 7|19|pm|%
# expect: Thu Jun 11 20:11:56 1998|06/11/98|20:11:56|PM|162|23|23|4|4|24|1998|98|19|98|11|06/11/98|1998-06-11|20:11:56|20:11|08:11:56 PM|Jun|897595916|GMT|+0000|08| 8|20|pm|%
# expect: Thu Jun 17 20:55:13 1999|06/17/99|20:55:13|PM|168|24|24|4|4|24|1999|99|19|99|17|06/17/99|1999-06-17|20:55:13|20:55|08:55:13 PM|Jun|929652913|GMT|+0000|08| 8|20|pm|%
# expect: Thu Jun 22 21:38:30 2000|06/22/00|21:38:30|PM|174|25|25|4|4|25|2000|00|20|00|22|06/22/00|2000-06-22|21:38:30|21:38|09:38:30 PM|Jun|961709910|GMT|+0000|09| 9|21|pm|%
# expect: Thu Jun 28 22:21:47 2001|06/28/01|22:21:47|PM|179|25|26|4|4|26|2001|01|20|01|28|06/28/01|2001-06-28|22:21:47|22:21|10:21:47 PM|Jun|993766907|GMT|+0000|10|10|22|pm|%
# expect: Thu Jul  4 23:05:04 2002|07/04/02|23:05:04|PM|185|26|26|4|4|27|2002|02|20|02| 4|07/04/02|2002-07-04|23:05:04|23:05|11:05:04 PM|Jul|1025823904|GMT|+0000|11|11|23|pm|%
# expect: Thu Jul 10 23:48:21 2003|07/10/03|23:48:21|PM|191|27|27|4|4|28|2003|03|20|03|10|07/10/03|2003-07-10|23:48:21|23:48|11:48:21 PM|Jul|1057880901|GMT|+0000|11|11|23|pm|%
# expect: Fri Jul 16 00:31:38 2004|07/16/04|00:31:38|AM|198|28|28|5|5|29|2004|04|20|04|16|07/16/04|2004-07-16|00:31:38|00:31|12:31:38 AM|Jul|1089937898|GMT|+0000|12|12| 0|am|%
# expect: Fri Jul 22 01:14:55 2005|07/22/05|01:14:55|AM|203|29|29|5|5|29|2005|05|20|05|22|07/22/05|2005-07-22|01:14:55|01:14|01:14:55 AM|Jul|1121994895|GMT|+0000|01| 1| 1|am|%
# expect: Fri Jul 28 01:58:12 2006|07/28/06|01:58:12|AM|209|30|30|5|5|30|2006|06|20|06|28|07/28/06|2006-07-28|01:58:12|01:58|01:58:12 AM|Jul|1154051892|GMT|+0000|01| 1| 1|am|%
# expect: Fri Aug  3 02:41:29 2007|08/03/07|02:41:29|AM|215|30|31|5|5|31|2007|07|20|07| 3|08/03/07|2007-08-03|02:41:29|02:41|02:41:29 AM|Aug|1186108889|GMT|+0000|02| 2| 2|am|%
# expect: Fri Aug  8 03:24:46 2008|08/08/08|03:24:46|AM|221|31|31|5|5|32|2008|08|20|08| 8|08/08/08|2008-08-08|03:24:46|03:24|03:24:46 AM|Aug|1218165886|GMT|+0000|03| 3| 3|am|%
# expect: Fri Aug 14 04:08:03 2009|08/14/09|04:08:03|AM|226|32|32|5|5|33|2009|09|20|09|14|08/14/09|2009-08-14|04:08:03|04:08|04:08:03 AM|Aug|1250222883|GMT|+0000|04| 4| 4|am|%
# expect: Fri Aug 20 04:51:20 2010|08/20/10|04:51:20|AM|232|33|33|5|5|33|2010|10|20|10|20|08/20/10|2010-08-20|04:51:20|04:51|04:51:20 AM|Aug|1282279880|GMT|+0000|04| 4| 4|am|%
# expect: Fri Aug 26 05:34:37 2011|08/26/11|05:34:37|AM|238|34|34|5|5|34|2011|11|20|11|26|08/26/11|2011-08-26|05:34:37|05:34|05:34:37 AM|Aug|1314336877|GMT|+0000|05| 5| 5|am|%
# expect: Fri Aug 31 06:17:54 2012|08/31/12|06:17:54|AM|244|35|35|5|5|35|2012|12|20|12|31|08/31/12|2012-08-31|06:17:54|06:17|06:17:54 AM|Aug|1346393874|GMT|+0000|06| 6| 6|am|%
# expect: Fri Sep  6 07:01:11 2013|09/06/13|07:01:11|AM|249|35|35|5|5|36|2013|13|20|13| 6|09/06/13|2013-09-06|07:01:11|07:01|07:01:11 AM|Sep|1378450871|GMT|+0000|07| 7| 7|am|%
# expect: Fri Sep 12 07:44:28 2014|09/12/14|07:44:28|AM|255|36|36|5|5|37|2014|14|20|14|12|09/12/14|2014-09-12|07:44:28|07:44|07:44:28 AM|Sep|1410507868|GMT|+0000|07| 7| 7|am|%
# expect: Fri Sep 18 08:27:45 2015|09/18/15|08:27:45|AM|261|37|37|5|5|38|2015|15|20|15|18|09/18/15|2015-09-18|08:27:45|08:27|08:27:45 AM|Sep|1442564865|GMT|+0000|08| 8| 8|am|%
# expect: Fri Sep 23 09:11:02 2016|09/23/16|09:11:02|AM|267|38|38|5|5|38|2016|16|20|16|23|09/23/16|2016-09-23|09:11:02|09:11|09:11:02 AM|Sep|1474621862|GMT|+0000|09| 9| 9|am|%
# expect: Fri Sep 29 09:54:19 2017|09/29/17|09:54:19|AM|272|39|39|5|5|39|2017|17|20|17|29|09/29/17|2017-09-29|09:54:19|09:54|09:54:19 AM|Sep|1506678859|GMT|+0000|09| 9| 9|am|%
# expect: Fri Oct  5 10:37:36 2018|10/05/18|10:37:36|AM|278|39|40|5|5|40|2018|18|20|18| 5|10/05/18|2018-10-05|10:37:36|10:37|10:37:36 AM|Oct|1538735856|GMT|+0000|10|10|10|am|%
# expect: Fri Oct 11 11:20:53 2019|10/11/19|11:20:53|AM|284|40|40|5|5|41|2019|19|20|19|11|10/11/19|2019-10-11|11:20:53|11:20|11:20:53 AM|Oct|1570792853|GMT|+0000|11|11|11|am|%
# expect: Fri Oct 16 12:04:10 2020|10/16/20|12:04:10|PM|290|41|41|5|5|42|2020|20|20|20|16|10/16/20|2020-10-16|12:04:10|12:04|12:04:10 PM|Oct|1602849850|GMT|+0000|12|12|12|pm|%
# expect: Fri Oct 22 12:47:27 2021|10/22/21|12:47:27|PM|295|42|42|5|5|42|2021|21|20|21|22|10/22/21|2021-10-22|12:47:27|12:47|12:47:27 PM|Oct|1634906847|GMT|+0000|12|12|12|pm|%
# expect: Fri Oct 28 13:30:44 2022|10/28/22|13:30:44|PM|301|43|43|5|5|43|2022|22|20|22|28|10/28/22|2022-10-28|13:30:44|13:30|01:30:44 PM|Oct|1666963844|GMT|+0000|01| 1|13|pm|%
# expect: Fri Nov  3 14:14:01 2023|11/03/23|14:14:01|PM|307|44|44|5|5|44|2023|23|20|23| 3|11/03/23|2023-11-03|14:14:01|14:14|02:14:01 PM|Nov|1699020841|GMT|+0000|02| 2|14|pm|%
# expect: <class 'float'> <class 'int'> True True
# expect: True True
