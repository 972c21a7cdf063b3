package org.serverlesspatterns.it.variants;

import org.serverlesspatterns.generator.output.FileTree;
import org.serverlesspatterns.it.variants.build.BuiltProject;
import org.serverlesspatterns.it.variants.check.CfnTemplate;
import org.serverlesspatterns.it.variants.synth.Assembly;

/**
 * What the checks look at.
 *
 * @param files as generated
 * @param built without a complaint of the compiler
 * @param assembly as synthesized for the stage dev
 * @param template the one in it
 */
public record Subject(Variant variant, FileTree files, BuiltProject built, Assembly assembly, CfnTemplate template) {}
