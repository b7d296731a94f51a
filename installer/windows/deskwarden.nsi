; SPDX-FileCopyrightText: 2026 The Deskwarden authors
; SPDX-License-Identifier: MIT

; Called by package.sh, with -XTarget first. For one person without any right by default; /AllUsers (from an elevated
; prompt) for everybody. /S asks nothing, /D=C:\place chooses the place.

Unicode true
!include "LogicLib.nsh"
!include "FileFunc.nsh"
!include "Win\COM.nsh"
!include "Win\Propkey.nsh"

Name "Deskwarden"
OutFile "${OUTFILE}"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ShowInstDetails nevershow
!ifdef ICON
Icon "${ICON}"
UninstallIcon "${ICON}"
!endif
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Deskwarden"
VIAddVersionKey "FileDescription" "Deskwarden Setup"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "2026 The Deskwarden authors, MIT licence"

; The copy of the uninstaller inside the setup; the setup itself is signed when it is whole.
!uninstfinalize '"${SIGN}" "%1"' = 0

!define SCHEME "Software\Classes\deskwarden"
!define APP_PATH "Software\Microsoft\Windows\CurrentVersion\App Paths\deskwarden.exe"
!define EVENTS "SYSTEM\CurrentControlSet\Services\EventLog\Application\Deskwarden"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Deskwarden"

Page directory
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

Var ForAll

!macro chooseContext
    SetRegView 64
    ${If} $ForAll == "1"
        SetShellVarContext all
    ${Else}
        SetShellVarContext current
    ${EndIf}
!macroend

; The shortcut belongs to the windows that it opens: one button in the task bar, notifications with the program's name.
!macro giveAppId link
    !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r1 ""
    ${If} $1 P<> 0
        ${IUnknown::QueryInterface} $1 '("${IID_IPersistFile}",.r2)'
        ${IUnknown::QueryInterface} $1 '("${IID_IPropertyStore}",.r3)'
        ${If} $2 P<> 0
        ${AndIf} $3 P<> 0
            ${IPersistFile::Load} $2 '("${link}",${STGM_READWRITE})'
            System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID})p.r4'
            System::Call '*(&w128 "${APP_ID}")p.r5'
            System::Call '*${SYSSTRUCT_PROPVARIANT}(${VT_LPWSTR},,p r5)p.r6'
            ${IPropertyStore::SetValue} $3 '($4,$6)'
            ${IPropertyStore::Commit} $3 ""
            ${IPersistFile::Save} $2 '("${link}",1)'
            System::Free $6
            System::Free $5
            System::Free $4
        ${EndIf}
        ${If} $3 P<> 0
            ${IUnknown::Release} $3 ""
        ${EndIf}
        ${If} $2 P<> 0
            ${IUnknown::Release} $2 ""
        ${EndIf}
        ${IUnknown::Release} $1 ""
    ${EndIf}
!macroend

Function .onInit
    StrCpy $ForAll "0"
    ${GetParameters} $0
    ClearErrors
    ${GetOptions} $0 "/AllUsers" $1
    ${IfNot} ${Errors}
        UserInfo::GetAccountType
        Pop $1
        ${If} $1 != "Admin"
            MessageBox MB_ICONSTOP "Setup for all users needs administrator rights: start it from an elevated prompt." /SD IDOK
            SetErrorLevel 740
            Quit
        ${EndIf}
        StrCpy $ForAll "1"
    ${EndIf}
    !insertmacro chooseContext
    ${If} $INSTDIR == ""
        ReadRegStr $INSTDIR SHCTX "${KEY}" "InstallLocation"
    ${EndIf}
    ${If} $INSTDIR == ""
        ${If} $ForAll == "1"
            StrCpy $INSTDIR "$PROGRAMFILES64\Deskwarden"
        ${Else}
            StrCpy $INSTDIR "$LOCALAPPDATA\Programs\Deskwarden"
        ${EndIf}
    ${EndIf}
FunctionEnd

Section
    !insertmacro chooseContext
    ; An older version goes first, by its own list of files.
    ReadRegStr $0 SHCTX "${KEY}" "InstallLocation"
    ${If} $0 != ""
    ${AndIf} ${FileExists} "$0\uninstall.exe"
        ExecWait '"$0\uninstall.exe" /S _?=$0' $1
        ${If} $1 <> 0
            MessageBox MB_ICONSTOP "The older version could not be removed. Is Deskwarden still running?" /SD IDOK
            SetErrorLevel 1618
            Abort
        ${EndIf}
        Delete "$0\uninstall.exe"
        RMDir "$0"
    ${EndIf}

    SetOutPath "$INSTDIR"
    !include "${INSTALL_FILES}"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    WriteINIStr "$INSTDIR\install.ini" "Deskwarden" "ForAll" "$ForAll"

    ${If} ${FileExists} "$INSTDIR\deskwarden.exe"
        CreateShortcut "$SMPROGRAMS\Deskwarden.lnk" "$INSTDIR\deskwarden.exe"
        !insertmacro giveAppId "$SMPROGRAMS\Deskwarden.lnk"
        ; Links to deskwarden://, and Win+R deskwarden. The link is the only argument: the program takes no other beside it.
        WriteRegStr SHCTX "${SCHEME}" "" "URL:Deskwarden"
        WriteRegStr SHCTX "${SCHEME}" "URL Protocol" ""
        WriteRegStr SHCTX "${SCHEME}\DefaultIcon" "" "$INSTDIR\deskwarden.exe,0"
        WriteRegStr SHCTX "${SCHEME}\shell\open\command" "" '"$INSTDIR\deskwarden.exe" "%1"'
        WriteRegStr SHCTX "${APP_PATH}" "" "$INSTDIR\deskwarden.exe"
        WriteRegStr SHCTX "${APP_PATH}" "Path" "$INSTDIR"
    ${EndIf}
    ; What the event viewer shows. The computer's part of the registry alone has a place for it.
    ${If} $ForAll == "1"
        WriteRegExpandStr HKLM "${EVENTS}" "EventMessageFile" "$INSTDIR\deskwarden-events.dll"
        WriteRegDWORD HKLM "${EVENTS}" "TypesSupported" 7
    ${EndIf}
    WriteRegStr SHCTX "${KEY}" "DisplayName" "Deskwarden"
    WriteRegStr SHCTX "${KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr SHCTX "${KEY}" "Publisher" "The Deskwarden authors"
    WriteRegStr SHCTX "${KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr SHCTX "${KEY}" "DisplayIcon" "$INSTDIR\deskwarden.exe"
    WriteRegStr SHCTX "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr SHCTX "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD SHCTX "${KEY}" "EstimatedSize" ${SIZE}
    WriteRegDWORD SHCTX "${KEY}" "NoModify" 1
    WriteRegDWORD SHCTX "${KEY}" "NoRepair" 1
SectionEnd

Function un.onInit
    ReadINIStr $ForAll "$INSTDIR\install.ini" "Deskwarden" "ForAll"
    !insertmacro chooseContext
FunctionEnd

Section "Uninstall"
    !insertmacro chooseContext
    ; A program that runs cannot be deleted: find out before anything else is.
    ${If} ${FileExists} "$INSTDIR\deskwarden.exe"
        ClearErrors
        Delete "$INSTDIR\deskwarden.exe"
        ${If} ${Errors}
            MessageBox MB_ICONSTOP "Deskwarden is still running. Close it and try again." /SD IDOK
            SetErrorLevel 1618
            Abort
        ${EndIf}
    ${EndIf}
    !include "${UNINSTALL_FILES}"
    Delete "$INSTDIR\install.ini"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\Deskwarden.lnk"
    DeleteRegKey SHCTX "${SCHEME}"
    DeleteRegKey SHCTX "${APP_PATH}"
    ${If} $ForAll == "1"
        DeleteRegKey HKLM "${EVENTS}"
    ${EndIf}
    DeleteRegKey SHCTX "${KEY}"
SectionEnd
