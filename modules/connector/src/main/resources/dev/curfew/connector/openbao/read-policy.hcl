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

# Namespaces below: that there are any.
path "sys/namespaces" { capabilities = ["list"] }
path "sys/namespaces/" { capabilities = ["list"] }

# The names in the secrets engines, never their values.
path "sys/mounts" { capabilities = ["read"] }
path "+/metadata/*" { capabilities = ["list"] }
path "+/roles/" { capabilities = ["list"] }
path "+/keys/" { capabilities = ["list"] }
