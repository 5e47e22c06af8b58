/// Ends on what users, groups and roles have, by the time at which AWS decides on each request.
@NullMarked
package dev.curfew.connector.aws.timebox;

import org.jspecify.annotations.NullMarked;
