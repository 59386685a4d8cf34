import { Injectable, type CanActivate } from '@nestjs/common';
import { notFound } from '../platform/http/problem.js';
import { Settings } from '../platform/settings.js';

/** Where the setting is off there is nothing here, as at any address that is none. */
@Injectable()
export class PublicSiteGuard implements CanActivate {
  constructor(private readonly settings: Settings) {}

  canActivate(): boolean {
    if (this.settings.publicSite === null) throw notFound('request');
    return true;
  }
}
