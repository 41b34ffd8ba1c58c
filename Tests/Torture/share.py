"""A private smbd, and clients that drop reports through it."""

import os
import shutil
import socket
import subprocess
import time
import uuid

from writers import Writer

try:
    import smbclient
    from smbclient import register_session
except ImportError:
    smbclient = None


class Share:
    """Serves the inbox on a port of this machine alone, with settings, databases and logs of its own."""

    def __init__(self, folder, inbox):
        self.port = free_port()
        os.makedirs(folder)
        private = {name: os.path.join(folder, name) for name in ["private", "lock", "state", "cache", "pid", "ncalrpc"]}
        for path in private.values():
            os.makedirs(path, 0o755)
        settings = os.path.join(folder, "smb.conf")
        with open(settings, "w") as file:
            file.write(f"""[global]
    interfaces = 127.0.0.1
    bind interfaces only = yes
    smb ports = {self.port}
    server role = standalone server
    disable netbios = yes
    map to guest = bad user
    guest account = nobody
    private dir = {private['private']}
    lock directory = {private['lock']}
    state directory = {private['state']}
    cache directory = {private['cache']}
    pid directory = {private['pid']}
    ncalrpc dir = {private['ncalrpc']}
    log file = {folder}/smbd.log
    load printers = no
    server min protocol = SMB2
[inbox]
    path = {inbox}
    read only = no
    guest ok = yes
    create mask = 0666
    force create mode = 0666
    mangled names = no
    oplocks = no
    level2 oplocks = no
    kernel oplocks = no
""")
        self.log = open(os.path.join(folder, "smbd.out"), "wb")
        self.process = subprocess.Popen(
            [shutil.which("smbd", path="/usr/sbin:/usr/bin:/sbin"), "--foreground", "--no-process-group",
             f"--configfile={settings}"],
            # It ends all of its process group with itself.
            stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log, start_new_session=True)
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.1)
        raise SystemExit(f"smbd does not answer: see {folder}")

    def close(self):
        self.process.terminate()
        self.process.wait()

    @staticmethod
    def missing():
        """What is needed and not there; nothing when all is."""
        if not shutil.which("smbd", path="/usr/sbin:/usr/bin:/sbin"):
            return "no smbd: apt install samba"
        if os.geteuid() != 0:
            return "not root, as whom smbd has to be started"
        if smbclient is None and not shutil.which("smbclient"):
            return "neither smbprotocol from PyPI nor the program smbclient"
        return None


class ShareWriter(Writer):
    def __init__(self, place, name, rng, share):
        super().__init__(place, name, rng)
        self.share = share
        self.cache = {}
        self.failures = 0

    def path(self, kind, suffix):
        path = super().path(kind, suffix)
        folder, name = os.path.split(path)
        return os.path.join(folder, name.replace("\n", " "))

    def unc(self, path):
        return "\\\\127.0.0.1\\inbox\\" + path.replace("/", "\\")

    def options(self):
        return {"port": self.share.port, "username": "nobody-of-this-name", "password": "x",
                "connection_cache": self.cache}

    def connect(self):
        if not self.cache:
            # A guest has no key to sign with.
            smbclient.ClientConfig(require_secure_negotiate=False)
            register_session("127.0.0.1", require_signing=False, auth_protocol="ntlm", **self.options())

    def copied(self):
        """As Explorer does it: the size, the contents with a stall, the times, and only then the close."""
        state = self.new()
        path = self.path("smb-copied", state.suffix)
        drop = self.drop("SMB: copied as Explorer does", path, "unknown", state)
        half = self.rng.randrange(len(state.data))
        with smbclient.open_file(self.unc(path), "wb", buffering=0, share_access="r", **self.options()) as file:
            file.truncate(len(state.data))
            write(file, state.data[:half])
            self.pause(0.1, 2)
            write(file, state.data[half:])
            self.pause(0, 0.3)
        drop.rule = "last"

    def moved(self):
        """Under another name, and renamed."""
        state = self.new()
        path = self.path("smb-moved", state.suffix)
        drop = self.drop("SMB: renamed into place", path, "unknown", state)
        source = self.unc(path) + ".tmp"
        with smbclient.open_file(source, "wb", buffering=0, **self.options()) as file:
            write(file, state.data)
        smbclient.rename(source, self.unc(path), **self.options())
        drop.rule = "last"

    def saved(self):
        """Written anew by its name about when it is claimed."""
        first = self.new()
        second = self.new(first.suffix)
        path = self.path("smb-saved", first.suffix)
        drop = self.drop("SMB: rewritten while claimed", path, "unknown", first, second)
        for state in (first, second):
            with smbclient.open_file(self.unc(path), "wb", buffering=0, share_access="r", **self.options()) as file:
                half = self.rng.randrange(len(state.data))
                write(file, state.data[:half])
                self.pause(0, 0.4)
                write(file, state.data[half:])
            self.pause(0.1, 0.5)
        drop.rule = "last"

    def put(self):
        """What is left without smbprotocol: Debian's client, which copies in one go."""
        state = self.new()
        path = self.path("smb-put", state.suffix)
        drop = self.drop("SMB: put", path, "unknown", state)
        source = self.outside()
        with open(source, "wb") as file:
            file.write(state.data)
        folder, name = os.path.split(path)
        command = f'put "{source}" "{name}"'
        if folder:
            folder = folder.replace("/", "\\")
            command = f'cd "{folder}"; {command}'
        done = subprocess.run(
            ["smbclient", "//127.0.0.1/inbox", "--port", str(self.share.port), "--no-pass", "--command", command],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.unlink(source)
        if done.returncode == 0:
            drop.rule = "last"
        else:
            self.failures += 1

    def step(self):
        if smbclient is None:
            return self.put()
        try:
            self.connect()
            self.rng.choice([self.copied, self.moved, self.saved])()
        except Exception as error:  # smbprotocol has many.
            self.failures += 1
            self.last_failure = error
            self.cache = {}
            time.sleep(0.2)


def write(file, data):
    while data:
        data = data[file.write(data[:60000]) :]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
