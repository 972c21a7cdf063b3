// The engine is Java, in this archetype's own jar; this script only finds it. No imports and no types of the archetype
// plugin, so that it runs on every version from 3.1.2 on.
def attempt = { source -> try { source() } catch (ignored) { null } }

if (Runtime.version().feature() < 17) {
    throw new IllegalStateException("serverless-patterns needs Java 17 or newer to run; this is Java ${Runtime.version().feature()}.")
}

Map given = new TreeMap(attempt { request.projectBuildingRequest.userProperties }
        ?: attempt { request.mavenSession.userProperties }
        ?: System.properties)
boolean interactive = [
        attempt { request.projectBuildingRequest.repositorySession.configProperties['aether.interactive'] },
        attempt { request.mavenSession.settings.interactiveMode },
        given.interactiveMode
].every { it?.toString() != 'false' }

def door = Thread.currentThread().contextClassLoader.loadClass('org.serverlesspatterns.generator.door.ArchetypeDoor')
def failure = null
try {
    door.getMethod('generate', File, Map, Map, boolean).invoke(
            null, new File(request.outputDirectory), new HashMap(request.properties), given, interactive)
} catch (java.lang.reflect.InvocationTargetException e) {
    failure = e.cause
}
if (failure != null) {
    throw failure
}
