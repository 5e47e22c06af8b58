# All that Curfew's acting token needs. Whoever holds it can hand itself any policy: keep it apart from the reading token.
#   bao policy write curfew-act act-policy.hcl
#   bao token create -orphan -policy=curfew-act -period=1h -display-name=curfew-act

# Time-boxed tokens. Without sudo OpenBao issues only policies that the acting token has itself.
path "auth/token/create-orphan" { capabilities = ["create", "update", "sudo"] }
path "auth/token/lookup-accessor" { capabilities = ["update"] }

# Revoking.
path "auth/token/revoke-accessor" { capabilities = ["update"] }
path "auth/+/role/+/secret-id-accessor/lookup" { capabilities = ["update"] }
path "auth/+/role/+/secret-id-accessor/destroy" { capabilities = ["update"] }
path "sys/leases/lookup" { capabilities = ["update"] }
path "sys/leases/revoke" { capabilities = ["update"] }

path "+/revoke" { capabilities = ["update"] }

# A second secret id of an approle, for "curfew rotate".
path "auth/+/role/+/secret-id" { capabilities = ["create", "update"] }

# Only for "curfew narrow", which writes policies: name those that it may, or all of them.
# path "sys/policies/acl/*" { capabilities = ["read", "update"] }

# Only for "curfew timebox": on entities, and on policies (the last line above, with "create" as well).
# path "identity/entity/id/*" { capabilities = ["read", "update"] }
