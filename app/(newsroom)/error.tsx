'use client'

export { Failure as default } from '#components/admin/shell/failure.client.tsx'
