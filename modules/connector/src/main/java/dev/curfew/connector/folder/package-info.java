/// A folder on this machine: certificates, keys, agents, and the credentials that stand in its files.
@NullMarked
package dev.curfew.connector.folder;

import org.jspecify.annotations.NullMarked;
