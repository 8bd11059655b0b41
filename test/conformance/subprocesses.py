# Child processes: subprocess, os.system, os.popen and asyncio over pipes of the system.
import subprocess, sys, os, time
def show(*a, **k):
    try: r=subprocess.run(*a, **k); print(r.returncode, r.stdout, r.stderr)
    except Exception as e: print(type(e).__name__, e)
show(['echo','hi'], capture_output=True)
show(['cat'], input=b'some input\n', capture_output=True)
show('echo out; echo err >&2; exit 3', shell=True, capture_output=True, text=True)
show('echo out; echo err >&2; echo out2', shell=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
show(['/nonexistent'])
show(['/etc/passwd'])
show(['pwd'], cwd='/usr', capture_output=True)
show(['pwd'], cwd='/nonexist')
try:
    subprocess.run(['sleep', '10'], timeout=.2)
except subprocess.TimeoutExpired as e:
    print(e.cmd, round(e.timeout, 1))
show('kill -9 $$', shell=True)
show(['env'], env={'A':'b c=d'}, capture_output=True)
show(['cat'], input=b'x'*1000000, stdout=subprocess.DEVNULL)
p=subprocess.run(['cat'], input=b'y'*1000000, capture_output=True); print(len(p.stdout))
p=subprocess.Popen(['cat'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
for w in ('one','two'):
    p.stdin.write(w+'\n'); print(p.stdout.readline(), end='')
print(p.poll()); p.stdin.close(); print(p.wait(), p.stdout.read()); p.stdout.close()
a=subprocess.Popen(['echo','b\na'],stdout=subprocess.PIPE); b=subprocess.Popen(['sort'],stdin=a.stdout,stdout=subprocess.PIPE); a.stdout.close(); print(b.communicate(), a.wait())
p=subprocess.Popen(['sleep','5']); p.terminate(); print(p.wait()); 
p=subprocess.Popen(['sleep','5']); p.send_signal(2); print(p.wait())
import tempfile
with tempfile.TemporaryFile() as f:
    f.write(b'start\n'); f.flush(); subprocess.call(['echo','child'],stdout=f); f.write(b'end\n'); f.seek(0); print(f.read())
print(subprocess.getstatusoutput('echo x; exit 2'), os.system('exit 4'), os.popen('echo pop').read())
os.environ['NEW']='v'; print(subprocess.check_output('echo $NEW',shell=True))
import asyncio
async def main():
    p=await asyncio.create_subprocess_exec('cat',stdin=asyncio.subprocess.PIPE,stdout=asyncio.subprocess.PIPE)
    print(await p.communicate(b'async'), p.returncode)
    p=await asyncio.create_subprocess_shell('sleep 5'); 
    try: await asyncio.wait_for(p.wait(),.1)
    except TimeoutError: p.kill(); print(await p.wait())
asyncio.run(main())

# expect: 0 b'hi\n' b''
# expect: 0 b'some input\n' b''
# expect: 3 out
# expect:  err
# expect:
# expect: 0 out
# expect: err
# expect: out2
# expect:  None
# expect: FileNotFoundError [Errno 2] No such file or directory: '/nonexistent'
# expect: PermissionError [Errno 13] Permission denied: '/etc/passwd'
# expect: 0 b'/usr\n' b''
# expect: FileNotFoundError [Errno 2] No such file or directory: '/nonexist'
# expect: ['sleep', '10'] 0.2
# expect: -9 None None
# expect: 0 b'A=b c=d\n' b''
# expect: 0 None None
# expect: 1000000
# expect: one
# expect: two
# expect: None
# expect-json: "0 "
# expect: (b'a\nb\n', None) 0
# expect: -15
# expect: -2
# expect: b'start\nchild\nend\n'
# expect: (2, 'x') 1024 pop
# expect:
# expect: b'v\n'
# expect: (b'async', None) 0
# expect: -9
