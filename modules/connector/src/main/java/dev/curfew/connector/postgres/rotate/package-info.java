/// A second login beside one that is in use.
@NullMarked
package dev.curfew.connector.postgres.rotate;

import org.jspecify.annotations.NullMarked;
