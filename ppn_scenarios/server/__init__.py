"""What stands between the network and the app: headers, limits, previews of links, health."""
