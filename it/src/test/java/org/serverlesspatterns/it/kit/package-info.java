/** What the integration tests are written with: a Maven, JDKs, a terminal, and the projects that come out. */
package org.serverlesspatterns.it.kit;
