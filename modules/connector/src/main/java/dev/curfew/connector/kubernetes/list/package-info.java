/// Lists of the API server's, page by page.
@NullMarked
package dev.curfew.connector.kubernetes.list;

import org.jspecify.annotations.NullMarked;
