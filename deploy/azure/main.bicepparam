// Copy it, write your own names; secrets come from the environment and are not written down.
using 'main.bicep'

param name = 'complaints'
param registryName = 'yourregistry'
param image = 'complaintbot:1.0.0'
param postgresPassword = readEnvironmentVariable('POSTGRES_PASSWORD')

// As "az ad app create" and "az ad app credential reset" gave them; empty without Azure Bot Service.
param botAppId = readEnvironmentVariable('BOT_APP_ID', '')
param botSecret = readEnvironmentVariable('BOT_SECRET', '')
