# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# The dialogs and the help, for ui/CMakeLists.txt.

set(DESKWARDEN_DIALOG_SOURCES
    AddressTexts.cpp
    CertificateDialog.cpp
    CertificateDialog.ui
    ConfirmationDialog.cpp
    ConfirmationDialog.ui
    ConnectionDialog.cpp
    ConnectionDialog.ui
    ContentScrollArea.cpp
    HelpWindow.cpp
    MessageDialog.cpp
    MessageDialog.ui
    NoticePanel.cpp
    ProbeView.cpp
    SessionListModel.cpp
    StatusIcon.cpp)
set(DESKWARDEN_DIALOG_HEADERS
    AddressTexts.h
    CertificateDialog.h
    ConfirmationDialog.h
    ConnectionDialog.h
    ContentScrollArea.h
    HelpWindow.h
    MessageDialog.h
    NoticePanel.h
    ProbeView.h
    SessionListModel.h
    StatusIcon.h)

# The help is part of the layer that shows it.
function(deskwarden_add_help target)
    qt_add_resources(${target} "${target}_help" PREFIX "/help" BASE "${PROJECT_SOURCE_DIR}/resources/help"
        FILES "${PROJECT_SOURCE_DIR}/resources/help/en.md" "${PROJECT_SOURCE_DIR}/resources/help/ru.md")
endfunction()
