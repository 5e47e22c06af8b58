package dev.curfew.connector.aws.organization;

import dev.curfew.model.estate.GrantRole;

/// The types of policy that limit what may be done in a member account.
enum ControlType {
    SERVICE_CONTROL_POLICY("service-control-policies", "aws.service-control-policy", GrantRole.SERVICE_CONTROL),
    RESOURCE_CONTROL_POLICY("resource-control-policies", "aws.resource-control-policy", GrantRole.RESOURCE_CONTROL);

    private final String scope;
    private final String kind;
    private final GrantRole role;

    ControlType(String scope, String kind, GrantRole role) {
        this.scope = scope;
        this.kind = kind;
        this.role = role;
    }

    String scope() {
        return scope;
    }

    String kind() {
        return kind;
    }

    GrantRole role() {
        return role;
    }
}
