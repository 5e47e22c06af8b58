package dev.curfew.connector.aws.center;

import dev.curfew.connector.aws.details.Arns;
import dev.curfew.connector.tree.Reading;
import java.util.Map;

/// One instance of IAM Identity Center.
///
/// @param partition `aws`, `aws-us-gov`, `aws-cn`
/// @param arn as `arn:aws:sso:::instance/ssoins-1234567890abcdef`
/// @param store the id of its directory
record Instance(String partition, String arn, String store) {
    static Instance of(Reading told) {
        return new Instance(
                Arns.partition(told, "InstanceArn"), told.text("InstanceArn"), told.text("IdentityStoreId"));
    }

    /// The directory's user or group, by the ARN that policies know it by.
    ///
    /// Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS Identity Store".
    ///
    /// @param type `user`, `group`
    String inDirectory(String type, String id) {
        return "arn:" + partition + ":identitystore:::" + type + "/" + id;
    }

    Map<String, Object> question(String permissionSet) {
        return Map.of("InstanceArn", arn, "PermissionSetArn", permissionSet);
    }
}
