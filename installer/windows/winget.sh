#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# usage: winget.sh PACKAGES VERSION: writes the manifests with which `winget install` would find the setup and the MSI of that version
# in PACKAGES, into PACKAGES/winget. Untried: no winget has read them.

set -euo pipefail
packages=$(cd "$1" && pwd)
version=$2
id=Deskwarden.Deskwarden
name=deskwarden-$version-windows-x64
address=https://github.com/deskwarden/deskwarden
schema=1.6.0
out=$packages/winget
rm -rf "$out"
mkdir "$out"

hash_of() { sha256sum "$packages/$1" | cut -d' ' -f1 | tr '[:lower:]' '[:upper:]'; }
property() { msiinfo export "$packages/$name.msi" Property | tr -d '\r' | sed -n "s/^$1\t//p"; }
product=$(property ProductCode)
upgrade=$(property UpgradeCode)
[ -n "$product" ] && [ -n "$upgrade" ]

# manifest KIND FILE: the lines that each file begins and ends with, around those that come in
manifest() {
    {
        printf '# Written by ./dev windows. Untried: no winget has read it.\n'
        printf '# yaml-language-server: %sschema=https://aka.ms/winget-manifest.%s.%s.schema.json\n\n' '$' "$1" "$schema"
        printf 'PackageIdentifier: %s\nPackageVersion: %s\n' "$id" "$version"
        cat
        printf 'ManifestType: %s\nManifestVersion: %s\n' "$1" "$schema"
    } >"$out/$2"
}

manifest version "$id.yaml" <<<'DefaultLocale: en-US'
manifest installer "$id.installer.yaml" <<YAML
Platform:
- Windows.Desktop
MinimumOSVersion: 10.0.17763.0
InstallModes:
- interactive
- silent
- silentWithProgress
UpgradeBehavior: install
Protocols:
- deskwarden
Commands:
- deskwarden
Installers:
- Architecture: x64
  InstallerType: nullsoft
  Scope: user
  InstallerUrl: $address/releases/download/v$version/$name.exe
  InstallerSha256: $(hash_of "$name.exe")
  ProductCode: Deskwarden
- Architecture: x64
  InstallerType: nullsoft
  Scope: machine
  InstallerUrl: $address/releases/download/v$version/$name.exe
  InstallerSha256: $(hash_of "$name.exe")
  ProductCode: Deskwarden
  ElevationRequirement: elevationRequired
  InstallerSwitches:
    Custom: /AllUsers
- Architecture: x64
  InstallerType: wix
  Scope: machine
  InstallerUrl: $address/releases/download/v$version/$name.msi
  InstallerSha256: $(hash_of "$name.msi")
  ProductCode: '$product'
  AppsAndFeaturesEntries:
  - ProductCode: '$product'
    UpgradeCode: '$upgrade'
    InstallerType: wix
YAML
# locale KIND LOCALE SENTENCE
locale() {
    manifest "$1" "$id.locale.$2.yaml" <<YAML
PackageLocale: $2
Publisher: The Deskwarden authors
PublisherUrl: $address
PublisherSupportUrl: $address/issues
PackageName: Deskwarden
PackageUrl: $address
License: MIT
LicenseUrl: $address/blob/v$version/LICENSE
ReleaseNotesUrl: $address/releases/tag/v$version
ShortDescription: $3
YAML
}
locale defaultLocale en-US 'Helpdesk console for Windows virtual desktop sessions'
locale locale de-DE 'Helpdesk-Konsole für Sitzungen virtueller Windows-Desktops'
locale locale ru-RU 'Консоль службы поддержки для сеансов виртуальных рабочих столов Windows'
