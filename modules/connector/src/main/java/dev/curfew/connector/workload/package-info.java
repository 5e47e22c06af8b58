/// Who a workload is, by the token or the certificate that it shows.
@NullMarked
package dev.curfew.connector.workload;

import org.jspecify.annotations.NullMarked;
