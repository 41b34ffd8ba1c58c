#pragma once

/// Does what somebody might try who has taken over a process that reads hostile files.
///
/// Returns zero when it went well, -1 when there is no attempt of this name, or an error number.
int attempt(const char *name, const char *argument);

/// Makes the kernel one that lacks a system call, for this process: `landlock_create_ruleset` or `seccomp`.
///
/// Returns zero, -1 for another call, or an error number.
int lack(const char *call);

/// The name of an error number as the manual has it: `EPERM`.
const char *error_name(int error);
