# All that Curfew's reading token needs. What is left out of it becomes "not read" in Curfew, never "no access".
#   bao policy write curfew-read read-policy.hcl
#   bao token create -orphan -policy=curfew-read -period=24h -display-name=curfew-read

# Tokens, by accessor. Listing accessors needs sudo in OpenBao.
path "auth/token/accessors" { capabilities = ["list", "sudo"] }
path "auth/token/accessors/" { capabilities = ["list", "sudo"] }
path "auth/token/lookup-accessor" { capabilities = ["update"] }

# Whether a value that a responder holds belongs to the token being revoked.
path "auth/token/lookup" { capabilities = ["update"] }

# Roles and logins.
path "auth/token/roles" { capabilities = ["list"] }
path "auth/token/roles/*" { capabilities = ["read"] }
path "sys/auth" { capabilities = ["read"] }
path "auth/+/role/" { capabilities = ["list"] }
path "auth/+/role/+" { capabilities = ["read"] }

# Secret ids of approles: by accessor; whether a value is one's; and the role's id, which a trial logs in with beside it.
path "auth/+/role/+/secret-id/" { capabilities = ["list"] }
path "auth/+/role/+/secret-id-accessor/lookup" { capabilities = ["update"] }
path "auth/+/role/+/secret-id/lookup" { capabilities = ["update"] }
path "auth/+/role/+/role-id" { capabilities = ["read"] }

# Other logins.
path "auth/+/certs/" { capabilities = ["list"] }
path "auth/+/certs/+" { capabilities = ["read"] }
path "auth/+/users/" { capabilities = ["list"] }
path "auth/+/users/+" { capabilities = ["read"] }
path "auth/+/config" { capabilities = ["read"] }

# The same for logins that are mounted one segment deeper, as "auth/team/approle". Deeper ones need lines of their own.
path "auth/+/+/role/" { capabilities = ["list"] }
path "auth/+/+/role/+" { capabilities = ["read"] }
path "auth/+/+/role/+/secret-id/" { capabilities = ["list"] }
path "auth/+/+/role/+/secret-id-accessor/lookup" { capabilities = ["update"] }
path "auth/+/+/role/+/secret-id/lookup" { capabilities = ["update"] }
path "auth/+/+/role/+/role-id" { capabilities = ["read"] }
path "auth/+/+/certs/" { capabilities = ["list"] }
path "auth/+/+/certs/+" { capabilities = ["read"] }
path "auth/+/+/users/" { capabilities = ["list"] }
path "auth/+/+/users/+" { capabilities = ["read"] }
path "auth/+/+/config" { capabilities = ["read"] }

# Policies, entities, groups.
path "sys/policies/acl" { capabilities = ["list"] }
path "sys/policies/acl/*" { capabilities = ["read"] }
path "identity/entity/id" { capabilities = ["list"] }
path "identity/entity/id/*" { capabilities = ["read"] }
path "identity/group/id" { capabilities = ["list"] }
path "identity/group/id/*" { capabilities = ["read"] }

# Leases. Listing them needs sudo.
path "sys/leases/lookup/*" { capabilities = ["list", "sudo"] }
path "sys/leases/lookup" { capabilities = ["update", "list", "sudo"] }

# Certificates that PKI engines issued, by serial number. Each by itself is told to anybody.
path "+/certs/" { capabilities = ["list"] }

# Which of them are revoked, so that what is watched is not read again.
path "+/certs/revoked/" { capabilities = ["list"] }

# Namespaces below: that there are any.
path "sys/namespaces" { capabilities = ["list"] }
path "sys/namespaces/" { capabilities = ["list"] }

# Audit devices: that there are any, and what they leave out. Reading them needs sudo.
path "sys/audit" { capabilities = ["read", "sudo"] }

# The names in the secrets engines, and what their roles and keys say; never their values. A KV mount of version 1 has no
# such paths: there they would be secrets. Give each such mount a line that beats these, as
#   path "kv/*" { capabilities = ["list"] }
path "sys/mounts" { capabilities = ["read"] }
path "+/metadata/*" { capabilities = ["list", "read"] }
path "+/roles/" { capabilities = ["list"] }
path "+/roles/+" { capabilities = ["read"] }
path "+/static-roles/" { capabilities = ["list"] }
path "+/static-roles/+" { capabilities = ["read"] }
path "+/keys/" { capabilities = ["list"] }
path "+/keys/+" { capabilities = ["read"] }
path "+/config" { capabilities = ["read"] }
path "+/config/+" { capabilities = ["read"] }

# Only for "curfew timeline", which looks for tokens in an audit file by their hash; the name is the audit device's.
# path "sys/audit-hash/file" { capabilities = ["update"] }
