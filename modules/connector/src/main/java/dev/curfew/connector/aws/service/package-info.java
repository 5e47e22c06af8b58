/// What an account keeps besides identities: things with policies of their own, and workloads with the roles that they
/// run
/// as. A file a service.
@NullMarked
package dev.curfew.connector.aws.service;

import org.jspecify.annotations.NullMarked;
