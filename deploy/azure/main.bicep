// The bot on Azure: two to six nodes in Container Apps, Managed Redis, PostgreSQL, secrets in Key Vault, and the registration with Azure Bot
// Service. Redis and PostgreSQL can be reached from within the network only.
//
//   az deployment group create --resource-group GROUP --parameters deploy/azure/main.bicepparam
targetScope = 'resourceGroup'

@description('What all names begin with: lower-case letters and digits. With the name of the group it must be nobody else\'s.')
@minLength(3)
@maxLength(10)
param name string

@description('The region.')
param location string = resourceGroup().location

@description('The container registry in this group that holds the image.')
param registryName string

@description('The image and its version within the registry.')
param image string

@description('Scheme and host customers reach the bot by; empty for the address Azure gives.')
param publicUrl string = ''

@description('The password of PostgreSQL.')
@secure()
@minLength(24)
param postgresPassword string

@description('The app id the bot has at Azure Bot Service; empty for no registration.')
param botAppId string = ''

@description('A client secret of that app.')
@secure()
param botSecret string

@description('The directory of that app.')
param botTenant string = tenant().tenantId

@description('Whether PostgreSQL has a second server in another zone.')
param zoneRedundant bool = true

@description('The size of Managed Redis.')
param redisSize string = 'Balanced_B3'

@description('The size of PostgreSQL.')
param postgresSize string = 'Standard_D2ds_v5'

var unique = '${name}${uniqueString(resourceGroup().id)}'
var home = empty(publicUrl) ? 'https://${name}.${environment.properties.defaultDomain}' : publicUrl
var withBot = !empty(botAppId)
var port = 8080
var appsRange = '10.20.0.0/23'

// ---- Network

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: '${name}-network'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/16'] }
    subnets: [
      {
        name: 'apps'
        properties: {
          addressPrefix: appsRange
          delegations: [{ name: 'apps', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'postgres'
        properties: {
          addressPrefix: '10.20.2.0/28'
          delegations: [{ name: 'postgres', properties: { serviceName: 'Microsoft.DBforPostgreSQL/flexibleServers' } }]
        }
      }
      { name: 'ends', properties: { addressPrefix: '10.20.3.0/24' } }
    ]
  }

  resource apps 'subnets' existing = { name: 'apps' }
  resource ofPostgres 'subnets' existing = { name: 'postgres' }
  resource ends 'subnets' existing = { name: 'ends' }
}

resource postgresZone 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: '${name}.private.postgres.database.azure.com'
  location: 'global'

  resource link 'virtualNetworkLinks' = {
    name: 'network'
    location: 'global'
    properties: { registrationEnabled: false, virtualNetwork: { id: network.id } }
  }
}

resource redisZone 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: 'privatelink.redis.azure.net'
  location: 'global'

  resource link 'virtualNetworkLinks' = {
    name: 'network'
    location: 'global'
    properties: { registrationEnabled: false, virtualNetwork: { id: network.id } }
  }
}

// ---- Redis. One endpoint for all its shards; keys of one conversation lie together. It flushes its file each second and replicates meanwhile:
// when both of its machines stop at once, the last second can be lost. The bot says so at its start.

resource redis 'Microsoft.Cache/redisEnterprise@2025-07-01' = {
  name: '${unique}-redis'
  location: location
  sku: { name: redisSize }
  properties: {
    minimumTlsVersion: '1.2'
    highAvailability: 'Enabled'
    publicNetworkAccess: 'Disabled'
  }

  resource database 'databases' = {
    name: 'default'
    properties: {
      clientProtocol: 'Encrypted'
      port: 10000
      clusteringPolicy: 'EnterpriseCluster'
      evictionPolicy: 'NoEviction'
      accessKeysAuthentication: 'Enabled'
      persistence: { aofEnabled: true, aofFrequency: '1s' }
    }
  }
}

resource redisEnd 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: '${name}-redis'
  location: location
  properties: {
    subnet: { id: network::ends.id }
    privateLinkServiceConnections: [{ name: 'redis', properties: { privateLinkServiceId: redis.id, groupIds: ['redisEnterprise'] } }]
  }

  resource names 'privateDnsZoneGroups' = {
    name: 'default'
    properties: { privateDnsZoneConfigs: [{ name: 'redis', properties: { privateDnsZoneId: redisZone.id } }] }
  }
}

// ---- PostgreSQL

resource postgres 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: '${unique}-postgres'
  location: location
  sku: { name: postgresSize, tier: 'GeneralPurpose' }
  properties: {
    version: '17'
    administratorLogin: 'complaints'
    administratorLoginPassword: postgresPassword
    authConfig: { activeDirectoryAuth: 'Disabled', passwordAuth: 'Enabled' }
    storage: { storageSizeGB: 64, autoGrow: 'Enabled' }
    backup: { backupRetentionDays: 14, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: zoneRedundant ? 'ZoneRedundant' : 'Disabled' }
    network: { delegatedSubnetResourceId: network::ofPostgres.id, privateDnsZoneArmResourceId: postgresZone.id }
  }
  dependsOn: [postgresZone::link]

  resource database 'databases' = {
    name: 'complaints'
    properties: { charset: 'UTF8', collation: 'en_US.utf8' }
  }
}

// ---- Secrets. The nodes have an identity that may read them, and the image.

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-nodes'
  location: location
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: take('${unique}vault', 24)
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: 30
  }

  resource redisPassword 'secrets' = {
    name: 'redis-password'
    properties: { value: redis::database.listKeys().primaryKey }
  }

  resource ofPostgres 'secrets' = {
    name: 'postgres-password'
    properties: { value: postgresPassword }
  }

  resource ofBot 'secrets' = if (withBot) {
    name: 'bot-secret'
    properties: { value: botSecret }
  }
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
  name: registryName
}

@description('Key Vault Secrets User')
resource readsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, 'secrets')
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')
  }
}

@description('AcrPull')
resource readsImage 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, identity.id, 'image')
  scope: registry
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')
  }
}

// ---- The nodes

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: { sku: { name: 'PerGB2018' }, retentionInDays: 30 }
}

resource environment 'Microsoft.App/managedEnvironments@2025-01-01' = {
  name: '${name}-apps'
  location: location
  properties: {
    vnetConfiguration: { infrastructureSubnetId: network::apps.id, internal: false }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
    zoneRedundant: zoneRedundant
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: { customerId: logs.properties.customerId, sharedKey: logs.listKeys().primarySharedKey }
    }
  }
}

var storeSecrets = [
  { name: 'redis-password', keyVaultUrl: vault::redisPassword.properties.secretUri, identity: identity.id }
  { name: 'postgres-password', keyVaultUrl: vault::ofPostgres.properties.secretUri, identity: identity.id }
]
var botSecrets = withBot
  ? [{ name: 'bot-secret', keyVaultUrl: '${vault.properties.vaultUri}secrets/bot-secret', identity: identity.id }]
  : []
var settings = [
  { name: 'Server__StopWithinSeconds', value: '25' }
  // The proxies of Container Apps come from the network of the nodes, or from the range Azure keeps for itself.
  { name: 'Server__Proxies', value: '${appsRange},100.64.0.0/10' }
  { name: 'DirectLine__PublicUrl', value: home }
  { name: 'Store__Kind', value: 'redis' }
  { name: 'Store__Redis__Endpoints', value: '${redis.properties.hostName}:10000' }
  { name: 'Store__Redis__Tls', value: 'true' }
  { name: 'Store__Redis__Password', secretRef: 'redis-password' }
  { name: 'Ledger__Kind', value: 'postgres' }
  { name: 'Ledger__Postgres__Connection', value: 'Host=${postgres.properties.fullyQualifiedDomainName};Database=complaints;Username=complaints;SSL Mode=VerifyFull' }
  { name: 'Ledger__Postgres__Password', secretRef: 'postgres-password' }
]
var botSettings = withBot
  ? [
      { name: 'Channels__BotFramework__AppId', value: botAppId }
      { name: 'Channels__BotFramework__Tenant', value: botTenant }
      { name: 'Channels__BotFramework__PublicUrl', value: home }
      { name: 'Channels__BotFramework__Secret', secretRef: 'bot-secret' }
    ]
  : []

resource app 'Microsoft.App/containerApps@2025-01-01' = {
  name: name
  location: location
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: port
        // WebSockets too; they may land on any node.
        transport: 'auto'
        allowInsecure: false
        stickySessions: { affinity: 'none' }
      }
      registries: [{ server: registry.properties.loginServer, identity: identity.id }]
      secrets: concat(storeSecrets, botSecrets)
    }
    template: {
      // 25 s for open requests, 20 s for a turn that began at the last moment, and some to close everything.
      terminationGracePeriodSeconds: 60
      containers: [
        {
          name: 'bot'
          image: '${registry.properties.loginServer}/${image}'
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: concat(settings, botSettings)
          probes: [
            { type: 'Startup', httpGet: { path: '/healthz/live', port: port }, periodSeconds: 2, failureThreshold: 30 }
            { type: 'Readiness', httpGet: { path: '/healthz/ready', port: port }, periodSeconds: 5, timeoutSeconds: 6, failureThreshold: 2 }
            { type: 'Liveness', httpGet: { path: '/healthz/live', port: port }, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 }
          ]
        }
      ]
      scale: {
        minReplicas: 2
        maxReplicas: 6
        rules: [{ name: 'cpu', custom: { type: 'cpu', metadata: { type: 'Utilization', value: '70' } } }]
      }
    }
  }
  dependsOn: [readsSecrets, readsImage, redisEnd::names, postgres::database, vault::ofBot]
}

// ---- Azure Bot Service: Teams and the other channels are connected to it in the portal.

resource registration 'Microsoft.BotService/botServices@2022-09-15' = if (withBot) {
  name: '${unique}-bot'
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'S1' }
  properties: {
    displayName: name
    endpoint: '${home}/api/messages'
    msaAppId: botAppId
    msaAppType: 'SingleTenant'
    msaAppTenantId: botTenant
  }
}

@description('Where customers and the desk reach the bot.')
output address string = home
