package org.serverlesspatterns.generator.project;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.serverlesspatterns.generator.output.FileTree;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * The file {@value #PATH} of a generated project: the answers, the generator's version, and the SHA-256 of every
 * generated file. It has no time stamp: same answers and same version give the same bytes.
 */
public final class ProjectRecord {

    public static final String PATH = ".serverless-patterns.yml";

    private static final String HEADER =
            "# What this project was generated from. Read by the goals of serverless-patterns alone; not to be edited.\n";

    private ProjectRecord() {}

    public static String of(Project project, FileTree tree, String generatorVersion) {
        var hashes = new TreeMap<String, String>();
        tree.files().forEach((path, content) -> hashes.put(path, sha256(content)));
        var members = new LinkedHashMap<String, Object>();
        members.put("generatorVersion", generatorVersion);
        members.put("answers", project.values());
        members.put("sha256", hashes);
        return HEADER + yaml(members);
    }

    private static String yaml(Map<String, Object> members) {
        var settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(1_000)
                .build();
        return new Dump(settings).dumpToString(members);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
