Lists of ${dependencyMap?size} third-party dependencies.
<#list dependencyMap as dependency>
<#assign project = dependency.getKey()>
    <#list dependency.getValue() as licence> (${licence})</#list> ${project.name} (${project.groupId}:${project.artifactId}:${project.version} - ${project.url!"no url defined"})<#if (project.organization.name)??>, ${project.organization.name}</#if><#list project.developers![] as developer><#if developer.name??>, ${developer.name}</#if></#list>
</#list>

Python libraries that functions find at the end of their path, changed as their notices say; the texts of the licences lie
in the folders python/bobbin_worker/bundled/*.dist-info.
     (Apache-2.0) requests 2.32.3 (https://requests.readthedocs.io)
     (MIT) urllib3 1.26.20 (https://urllib3.readthedocs.io)
     (MPL-2.0) certifi 2024.8.30 (https://github.com/certifi/python-certifi)
     (BSD-3-Clause) idna 3.7 (https://github.com/kjd/idna)
