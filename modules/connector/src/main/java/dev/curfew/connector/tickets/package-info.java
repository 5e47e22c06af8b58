/// Lists of approvals from a ticket system, as CSV files: how long those who asked waited.
@NullMarked
package dev.curfew.connector.tickets;

import org.jspecify.annotations.NullMarked;
