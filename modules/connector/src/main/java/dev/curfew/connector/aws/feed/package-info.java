/// What an account's audit trail tells of changes, some minutes late.
@NullMarked
package dev.curfew.connector.aws.feed;

import org.jspecify.annotations.NullMarked;
