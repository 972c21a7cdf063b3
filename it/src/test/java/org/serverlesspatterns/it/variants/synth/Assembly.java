package org.serverlesspatterns.it.variants.synth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.serverlesspatterns.it.variants.build.Hash;

/**
 * What CDK makes of an app with one stack.
 *
 * @param template of CloudFormation
 * @param messages errors and warnings of CDK and cdk-nag
 */
public record Assembly(JsonNode template, List<Message> messages) {

    /**
     * @param level {@code error} or {@code warning}
     * @param construct the path of the construct
     */
    public record Message(String level, String construct, String text) {}

    /** The same for the same template, whichever variants it is of. */
    public String hash() {
        return Hash.of(template.toString());
    }
}
