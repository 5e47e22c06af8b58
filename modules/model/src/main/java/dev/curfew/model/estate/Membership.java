package dev.curfew.model.estate;

import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SourceName;

/// A member has the group's grants.
public record Membership(IdentityId member, IdentityId group, Provenance provenance) implements Fact {

    @Override
    public SourceName source() {
        return group.source();
    }

    @Override
    public String key() {
        return member.text() + " | " + group.nativeId();
    }
}
