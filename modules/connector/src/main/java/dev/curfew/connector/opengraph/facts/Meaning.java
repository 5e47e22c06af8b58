package dev.curfew.connector.opengraph.facts;

import dev.curfew.model.right.RightLevel;

/// What an edge lets its start do with its end.
enum Meaning {
    READ(RightLevel.READ),
    WRITE(RightLevel.WRITE),
    PERMISSIONS(RightLevel.PERMISSIONS),
    ADMINISTER(RightLevel.ADMINISTER),
    BECOME(RightLevel.BECOME),
    MINT(RightLevel.MINT),
    READ_SECRET(RightLevel.READ_SECRET),
    /// Has the rights of a group.
    MEMBER(RightLevel.BECOME),
    /// A credential logs in as its end.
    PROVES(RightLevel.BECOME);

    private final RightLevel level;

    Meaning(RightLevel level) {
        this.level = level;
    }

    /// As a right on a node: who controls an identity can act as it, who controls a credential has it, and whoever
    /// becomes a thing, runs in it, say, controls it.
    RightLevel on(NodeType end) {
        return switch (end) {
            case IDENTITY -> level == RightLevel.MINT ? RightLevel.MINT : RightLevel.BECOME;
            case CREDENTIAL -> RightLevel.READ_SECRET;
            case RESOURCE ->
                switch (level) {
                    case READ, WRITE, PERMISSIONS, ADMINISTER -> level;
                    case READ_SECRET -> RightLevel.READ;
                    case BECOME, MINT -> RightLevel.ADMINISTER;
                };
        };
    }
}
