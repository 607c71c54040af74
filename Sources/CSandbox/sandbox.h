#ifndef COHERENCE_SANDBOX_PARTS_H
#define COHERENCE_SANDBOX_PARTS_H

#include "CSandbox.h"

/* Parts of the way from the copy of the process to the program; each is safe in a copy of a process with
 * threads. They return the layers that they put in force. */

uint32_t sandbox_enter_user_namespace(uid_t user, gid_t group);
uint32_t sandbox_apply_limits(const struct sandbox_launch *launch, int has_namespace);
/* Last, since the copy still holds the host's descriptors; 0 when it is in force. */
int sandbox_limit_files(const struct sandbox_launch *launch);
uint32_t sandbox_apply_landlock(const struct sandbox_launch *launch);
uint32_t sandbox_apply_seccomp(const struct sandbox_launch *launch, int has_namespace);

#endif
