// SPDX-License-Identifier: GPL-2.0-only
/*
 * Give an empty directory an encryption policy, and its file system the key.
 *
 * fskey DIRECTORY
 */
#include <linux/fscrypt.h>
#include <stdlib.h>
#include <sys/ioctl.h>

#include "mem.h"

#define KEY_SIZE	64

int main(int argc, char **argv)
{
	struct fscrypt_policy_v2 policy = {
		.version = FSCRYPT_POLICY_V2,
		.contents_encryption_mode = FSCRYPT_MODE_AES_256_XTS,
		.filenames_encryption_mode = FSCRYPT_MODE_AES_256_CTS,
		.flags = FSCRYPT_POLICY_FLAGS_PAD_32,
	};
	struct fscrypt_add_key_arg *key;
	int fd;

	if (argc != 2)
		errx(FAIL, "usage: fskey DIRECTORY");
	fd = open(argv[1], O_RDONLY);
	if (fd < 0)
		err(FAIL, "%s", argv[1]);

	key = calloc(1, sizeof(*key) + KEY_SIZE);
	if (!key)
		err(FAIL, "calloc");
	key->key_spec.type = FSCRYPT_KEY_SPEC_TYPE_IDENTIFIER;
	key->raw_size = KEY_SIZE;
	memset(key->raw, 0x5a, KEY_SIZE);
	if (ioctl(fd, FS_IOC_ADD_ENCRYPTION_KEY, key))
		err(FAIL, "FS_IOC_ADD_ENCRYPTION_KEY");

	memcpy(policy.master_key_identifier, key->key_spec.u.identifier,
	       sizeof(policy.master_key_identifier));
	if (ioctl(fd, FS_IOC_SET_ENCRYPTION_POLICY, &policy))
		err(FAIL, "FS_IOC_SET_ENCRYPTION_POLICY");

	return PASS;
}
