// The engine is Java, in this archetype's own jar; this script only finds it. No imports and no types of the archetype
// plugin, so that it runs on every version from 3.1.2 on.
def attempt = { source -> try { source() } catch (ignored) { null } }

if (Runtime.version().feature() < 17) {
    throw new IllegalStateException("serverless-patterns needs Java 17 or newer to run; this is Java ${Runtime.version().feature()}.")
}

Map given = attempt { new HashMap<String, Object>(request.projectBuildingRequest.userProperties) } ?: [:]
// What cannot be known, as in an integration test of the plugin, counts as batch: nothing may wait for input there.
def session = attempt { request.projectBuildingRequest.repositorySession.configProperties['aether.interactive'] }
boolean interactive = "${session}" == 'true' && "${given.interactiveMode}" != 'false'

def door = Thread.currentThread().contextClassLoader.loadClass('org.serverlesspatterns.generator.door.ArchetypeDoor')
try {
    door.getMethod('generate', File, Map, Map, boolean).invoke(
            null, new File(request.outputDirectory), new HashMap(request.properties), given, interactive)
} catch (java.lang.reflect.InvocationTargetException e) {
    // Maven shows the message of an exception, but all it knows of an error.
    throw new Exception(e.cause.message ?: "${e.cause}".toString(), e.cause)
}
