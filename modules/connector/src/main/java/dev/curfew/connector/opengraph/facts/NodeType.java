package dev.curfew.connector.opengraph.facts;

/// What a node is here.
enum NodeType {
    IDENTITY,
    CREDENTIAL,
    RESOURCE
}
