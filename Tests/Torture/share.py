"""A real smbd of its own, on the loopback, that shares the spool."""

import os
import shutil
import socket
import subprocess
import sys
import time

CONFIGURATION = """\
[global]
server role = standalone server
map to guest = bad user
guest account = {user}
bind interfaces only = yes
interfaces = lo
smb ports = {port}
private dir = {folder}
lock directory = {folder}
state directory = {folder}
cache directory = {folder}
pid directory = {folder}
ncalrpc dir = {folder}
log file = {folder}/log
disable netbios = yes
load printers = no
[spool]
path = {spool}
guest ok = yes
guest only = yes
read only = no
create mask = 0664
directory mask = 2775
"""


class Share:
    @classmethod
    def start(cls, folder, spool):
        if not shutil.which("smbd") or not shutil.which("smbclient") or os.geteuid() != 0:
            print("smbd, smbclient or root is missing: drops over SMB are NOT tried", file=sys.stderr, flush=True)
            return None
        return cls(os.path.join(folder, "smb"), spool)

    def __init__(self, folder, spool):
        os.makedirs(folder, mode=0o700)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        path = os.path.join(folder, "smb.conf")
        with open(path, "w") as file:
            file.write(CONFIGURATION.format(user="root", port=self.port, folder=folder, spool=spool))
        # Others than who starts it have to get through to the spool.
        os.chmod(os.path.dirname(folder), 0o755)
        self.process = subprocess.Popen(
            ["smbd", "--foreground", "--no-process-group", "--configfile", path],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            # At its end it ends its whole group.
            start_new_session=True)
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)
        raise RuntimeError("smbd does not answer")

    def put(self, source, path):
        commands = f'put "{source}" "inbox/{path}"'
        result = subprocess.run(
            ["smbclient", "//127.0.0.1/spool", "--port", str(self.port), "--no-pass", "--command", commands],
            capture_output=True)
        return result.returncode == 0 and b"NT_STATUS" not in result.stdout + result.stderr

    def end(self):
        self.process.terminate()
        self.process.wait()
