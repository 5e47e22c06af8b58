/// The organization that an account belongs to: its accounts and units, and the control policies that bind them.
@NullMarked
package dev.curfew.connector.aws.organization;

import org.jspecify.annotations.NullMarked;
