/// Facts made of a realm's documents, and what of those is kept.
@NullMarked
package dev.curfew.connector.keycloak.facts;

import org.jspecify.annotations.NullMarked;
