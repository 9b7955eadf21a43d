# The installer for Windows: for one user, below their own folder, without administrator rights.
set(CPACK_NSIS_DISPLAY_NAME Canter)
set(CPACK_NSIS_PACKAGE_NAME Canter)
set(CPACK_NSIS_URL_INFO_ABOUT ${CPACK_PACKAGE_HOMEPAGE_URL})
# CPack's script makes $LOCALAPPDATA that of all users where an administrator installs.
set(CPACK_NSIS_INSTALL_ROOT "$PROFILE\\AppData\\Local\\Programs")
set(CPACK_NSIS_DEFINES "  Target amd64-unicode\n  RequestExecutionLevel user")
set(CPACK_NSIS_MANIFEST_DPI_AWARE ON)
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
set(CPACK_NSIS_EXECUTABLES_DIRECTORY bin)
set(CPACK_NSIS_INSTALLED_ICON_NAME "bin\\canter.exe")
set(CPACK_NSIS_MUI_FINISHPAGE_RUN canter.exe)
if(CANTER_QT)
  set(CPACK_NSIS_MUI_ICON ${CMAKE_CURRENT_BINARY_DIR}/icons/drawn/canter.ico)
  set(CPACK_NSIS_MUI_UNIICON ${CPACK_NSIS_MUI_ICON})
endif()

# GGUF files are offered to Canter, and stay with whatever opened them before.
string(CONCAT CPACK_NSIS_EXTRA_INSTALL_COMMANDS [[
  WriteRegStr HKCU "Software\Classes\Canter.gguf" "" "Language model"
  WriteRegStr HKCU "Software\Classes\Canter.gguf\DefaultIcon" "" "$INSTDIR\bin\canter.exe,0"
  WriteRegStr HKCU "Software\Classes\Canter.gguf\shell\open\command" "" '"$INSTDIR\bin\canter.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\.gguf\OpenWithProgids" "Canter.gguf" ""
  WriteRegStr HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\canter.exe" "" "$INSTDIR\bin\canter.exe"
]])
# Conversations are their owner's: they go only when that is asked for.
string(CONCAT CPACK_NSIS_EXTRA_UNINSTALL_COMMANDS [[
  DeleteRegKey HKCU "Software\Classes\Canter.gguf"
  DeleteRegValue HKCU "Software\Classes\.gguf\OpenWithProgids" "Canter.gguf"
  DeleteRegKey HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\canter.exe"
  ReadEnvStr $R9 LOCALAPPDATA
  StrCmp $R9 "" canter_data_done
  IfFileExists "$R9\canter\canter.db" 0 canter_data_done
  MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "Delete your conversations, adapters and settings, too?" /SD IDNO IDNO canter_data_done
  RMDir /r "$R9\canter"
  canter_data_done:
]])
