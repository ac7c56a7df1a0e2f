"""Whether a folder is on this machine, where locks and syncs can be relied on."""

from pathlib import Path

import psutil

# File systems that are on another machine, by the names that Linux, macOS and Windows mount them
# with; what is mounted through FUSE is told by the part after the point.
NETWORK_KINDS = frozenset(
    {
        *("9p", "afpfs", "afs", "beegfs", "ceph", "cifs", "davfs", "drvfs", "glusterfs", "gfs2"),
        *("lustre", "ncpfs", "nfs", "nfs4", "prl_fs", "smb", "smb2", "smb3", "smbfs", "vboxsf"),
        *("vmhgfs", "webdav", "fuse.davfs2", "fuse.glusterfs", "fuse.rclone"),
        *("fuse.s3fs", "fuse.sshfs", "fuse.vmhgfs-fuse"),
    }
)


def network_kind(folder: Path) -> str | None:
    """Return what kind of network folder `folder` is, or would be; `None` where it is none.

    A folder that is not there yet is on what its nearest parent is on.
    """
    there = folder.absolute()
    while not there.exists() and there != there.parent:
        there = there.parent
    there = there.resolve()
    if str(there).startswith(("\\\\", "//")):
        return "shared"
    mounts = [
        mount
        for mount in psutil.disk_partitions(all=True)
        if there.is_relative_to(mount.mountpoint)
    ]
    # Of those over one another the last was mounted over the others.
    mounts.sort(key=lambda mount: len(Path(mount.mountpoint).parts))
    if not mounts:
        return None
    kind, options = mounts[-1].fstype.casefold(), mounts[-1].opts.split(",")
    is_network = kind in NETWORK_KINDS or "remote" in options  # as Windows says
    return (kind or "remote") if is_network else None
