/// Finds credentials in text, by the forms that their issuers publish and by the names they are assigned to.
@NullMarked
package dev.curfew.connector.folder.secret;

import org.jspecify.annotations.NullMarked;
