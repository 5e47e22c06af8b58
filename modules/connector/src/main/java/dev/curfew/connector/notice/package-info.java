/// Notices to desktop, webhook and mail.
@NullMarked
package dev.curfew.connector.notice;

import org.jspecify.annotations.NullMarked;
