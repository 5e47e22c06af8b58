package dev.curfew.connector.cartography;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A relationship that is translated.
///
/// @param start the id of a node in the export
/// @param end likewise
/// @param properties those that are read at all
record Link(Type type, String start, String end, Map<String, List<String>> properties) {
    Link {
        properties = Map.copyOf(properties);
    }

    /// The first text of a property; empty where there is none.
    String text(String property) {
        List<String> texts = properties.getOrDefault(property, List.of());
        return texts.isEmpty() ? "" : texts.getFirst();
    }

    /// As Cartography's schema names them.
    enum Type {
        /// A principal has a policy.
        POLICY,
        /// A policy has a statement.
        STATEMENT,
        /// A user is in a group; the older name.
        MEMBER_AWS_GROUP,
        /// A user is in a group, and much else.
        MEMBER_OF,
        /// A user has a key; the older name, from the user to the key.
        AWS_ACCESS_KEY,
        /// A key is a user's.
        OWNED_BY,
        /// A principal has a tag.
        TAGGED,
        /// A role trusts a principal.
        TRUSTS_AWS_PRINCIPAL,
        /// What Cartography itself made of policies and trust.
        STS_ASSUMEROLE_ALLOW,
        /// What is in an account, which ARNs say as well.
        RESOURCE;

        static Optional<Type> of(String name) {
            return Arrays.stream(values())
                    .filter(type -> type.name().equals(name))
                    .findFirst();
        }
    }
}
